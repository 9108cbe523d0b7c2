import type { Alert } from '../domain/alert.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { OutboxItem } from '../domain/outbox.ts'
import { alertOf, type AlertRow } from './alerts.ts'
import type { Reader } from './handle.ts'
import { itemOf, outboxColumns, type OutboxRow } from './outbox.ts'

export type AnnouncedFilter = {
  readonly channels: readonly ChannelName[]
  readonly deliveredSince: Instant
  /** When an alert last changed: what changed before was dealt with then. */
  readonly changedSince: Instant
}

/** Messages with a receipt of whose alerts at least one has changed and is no longer simply open; the oldest first. */
export function loadAnnounced(
  db: Reader,
  { channels, deliveredSince, changedSince }: AnnouncedFilter,
): readonly { readonly item: OutboxItem; readonly alerts: readonly Alert[] }[] {
  const sql = `SELECT ${outboxColumns} FROM outbox WHERE state = 'delivered' AND receipt IS NOT NULL AND finished_at >= :deliveredSince
    AND channel IN (SELECT value FROM json_each(:channels))
    AND EXISTS (SELECT 1 FROM outbox_alerts JOIN alerts ON alerts.id = alert_id WHERE outbox_id = outbox.id AND alerts.state <> 'open'
      AND max(alerts.updated_at, coalesce(alerts.closed_at, 0)) >= :changedSince)
    ORDER BY outbox.id`
  const told = 'SELECT * FROM alerts WHERE id IN (SELECT alert_id FROM outbox_alerts WHERE outbox_id = ?)'
  return db
    .all<OutboxRow>(sql, { deliveredSince, changedSince, channels: JSON.stringify(channels) })
    .map((row) => ({ item: itemOf(row), alerts: db.all<AlertRow>(told, row.id).map(alertOf) }))
}
