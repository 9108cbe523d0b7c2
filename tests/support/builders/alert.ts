import { newAlert, type Alert } from '../../../main/domain/alert.ts'
import { finding } from './finding.ts'

/** An open alert, as the plan would have saved it. */
export function alert(key: string, change: Partial<Alert> = {}): Alert {
  return { ...newAlert(`a-${key}`, finding(key), change.openedAt ?? Date.parse('2026-01-20T14:00:00Z')), ...change }
}
