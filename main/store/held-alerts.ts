import type { Alert } from '../domain/alert.ts'
import { alertOf, type AlertRow } from './alerts.ts'
import type { Reader } from './handle.ts'

/** Open and not told, for a reason other than having been told before; word for word the condition of the index, which SQLite by itself does not choose. */
const held = `alerts INDEXED BY alerts_held WHERE state IN ('open', 'acknowledged', 'snoozed') AND json_extract(suppression, '$.stage') IN ('inhibit', 'silence', 'storm_limit', 'quiet_hours')`

/** Alerts that were held back, the highest severity first and the newest first within it. */
export function listHeld(db: Reader, limit: number): readonly Alert[] {
  return db.all<AlertRow>(`SELECT * FROM ${held} ORDER BY severity DESC, opened_at DESC, id DESC LIMIT ?`, limit).map(alertOf)
}

export function countHeld(db: Reader): number {
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM ${held}`)?.count ?? 0
}
