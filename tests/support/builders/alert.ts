import type { Alert } from '../../../main/domain/alert.ts'
import { finding } from './finding.ts'

/** An open alert, as the plan would have saved it. */
export function alert(key: string, change: Partial<Alert> = {}): Alert {
  const openedAt = change.openedAt ?? Date.parse('2026-01-20T14:00:00Z')
  return {
    id: `a-${key}`,
    ...finding(key),
    state: 'open',
    openedAt,
    updatedAt: openedAt,
    lastSeenAt: openedAt,
    acknowledgedAt: null,
    snoozedUntil: null,
    closedAt: null,
    closedBy: null,
    clearedAt: null,
    flaps: 0,
    heldForMorning: false,
    suppression: null,
    rating: null,
    ...change,
  }
}
