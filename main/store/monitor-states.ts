import type { MonitorId } from '../domain/finding.ts'
import type { Instant } from '../domain/instant.ts'
import type { Reader, Writer } from './handle.ts'

/** How a monitor's last check went and when the next is due; null before the first. */
export type MonitorState = {
  readonly monitor: MonitorId
  readonly lastCheck: Instant | null
  readonly durationMs: number | null
  readonly alertsGenerated: number
  readonly nextDue: Instant | null
  readonly error: string | null
}

export function saveMonitorState(db: Writer, state: MonitorState): void {
  db.run(
    `INSERT OR REPLACE INTO monitor_states (monitor, last_check, duration_ms, alerts_generated, next_due, error)
     VALUES (:monitor, :lastCheck, :durationMs, :alertsGenerated, :nextDue, :error)`,
    state,
  )
}

export function loadMonitorStates(db: Reader): readonly MonitorState[] {
  return db.all<MonitorState>(`SELECT monitor, last_check AS lastCheck, duration_ms AS durationMs, alerts_generated AS alertsGenerated,
    next_due AS nextDue, error FROM monitor_states ORDER BY monitor`)
}
