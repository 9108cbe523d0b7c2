import type { Migration } from './migration.ts'

/** What was held back is counted whenever the inbox or the status is shown; without an index of its own, every open alert's reason is read for it. */
export const heldAlerts: Migration = {
  version: 4,
  name: 'held_alerts',
  sql: `
CREATE INDEX alerts_held ON alerts (severity, opened_at, id)
  WHERE state IN ('open', 'acknowledged', 'snoozed')
  AND json_extract(suppression, '$.stage') IN ('inhibit', 'silence', 'storm_limit', 'quiet_hours');
`,
}
