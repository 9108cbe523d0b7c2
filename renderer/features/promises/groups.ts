import type { PromiseView } from '../../../shared/model/task.ts'
import { addDays } from '../../app/snooze-times.ts'
import { promisesStrings as words } from './strings.ts'

export type PromiseOrder = 'date' | 'person'
export type PromiseGroup = { readonly title: string; readonly promises: readonly PromiseView[] }

/** Promises under headings, by how near they are or by whom they are owed to. Headings without any are left out. */
export function groupPromises(promises: readonly PromiseView[], order: PromiseOrder, today: string): readonly PromiseGroup[] {
  const title = order === 'person' ? (promise: PromiseView) => promise.to : (promise: PromiseView) => nearness(promise, today)
  const groups = new Map<string, PromiseView[]>()
  // The order of dates has its headings in time; people are in the alphabet.
  const first = order === 'date' ? Object.values(words.groups) : promises.map(({ to }) => to).toSorted((a, b) => a.localeCompare(b))
  for (const one of first) groups.set(one, [])
  for (const promise of promises) groups.get(title(promise))?.push(promise)
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => ({
      title: name,
      promises: members.toSorted((a, b) => (a.dueDay ?? '9999').localeCompare(b.dueDay ?? '9999')),
    }))
}

export function isOwed({ status }: Pick<PromiseView, 'status'>): boolean {
  return status === 'active' || status === 'renegotiated'
}

function nearness(promise: PromiseView, today: string): string {
  if (!isOwed(promise)) return words.groups.closed
  if (promise.dueDay === null) return words.groups.none
  if (promise.daysLate > 0) return words.groups.late
  return promise.dueDay <= addDays(today, 7) ? words.groups.week : words.groups.later
}
