import type { PersonalPromise } from '../../../main/domain/promise.ts'
import { due } from './task.ts'

const createdAt = Date.parse('2026-01-02T10:00:00Z')

export function promise(
  id: string,
  change: Partial<Omit<PersonalPromise, 'due'>> & { readonly due?: string | null } = {},
): PersonalPromise {
  return {
    id,
    what: 'date night',
    to: 'Ashley',
    status: 'active',
    source: 'local',
    createdAt,
    updatedAt: createdAt,
    ...change,
    due: typeof change.due === 'string' ? due(change.due) : null,
  }
}
