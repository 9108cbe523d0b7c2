import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { Announced, OutboxItem } from '../domain/outbox.ts'
import { alertOf, type AlertRow } from './alerts.ts'
import type { Reader } from './handle.ts'
import { itemOf, outboxColumns, type OutboxRow } from './outbox.ts'

export type AnnouncedFilter = {
  readonly channels: readonly ChannelName[]
  readonly deliveredSince: Instant
  /** When an alert last changed: what changed before was dealt with then. */
  readonly changedSince: Instant
}

/** What changed a message has the message's key and its own mark behind it: a range of the index of keys. */
const changes = `change.key > outbox.key || ' ' AND change.key < outbox.key || '!' AND change.state IN ('queued', 'delivered')
  AND json_extract(change.message, '$.kind') = 'follow_up'`

/** Where a later message of the same alert went out, that one speaks for it, and what the earlier one says is of no matter. */
const isLatest = `NOT EXISTS (SELECT 1 FROM outbox_alerts AS mine JOIN outbox_alerts AS theirs USING (alert_id) JOIN outbox AS later ON later.id = theirs.outbox_id
  WHERE mine.outbox_id = outbox.id AND later.id > outbox.id AND later.channel = outbox.channel AND later.state IN ('queued', 'delivered'))`

/** Messages with a receipt of whose alerts at least one has changed, or which were changed themselves; the oldest first. */
export function loadAnnounced(db: Reader, { channels, deliveredSince, changedSince }: AnnouncedFilter): readonly Announced[] {
  const sql = `SELECT ${outboxColumns} FROM outbox WHERE state = 'delivered' AND receipt IS NOT NULL AND finished_at >= :deliveredSince
    AND channel IN (SELECT value FROM json_each(:channels))
    AND (EXISTS (SELECT 1 FROM outbox AS change WHERE ${changes})
      OR EXISTS (SELECT 1 FROM outbox_alerts JOIN alerts ON alerts.id = alert_id WHERE outbox_id = outbox.id AND alerts.state <> 'open'
        AND max(alerts.updated_at, coalesce(alerts.closed_at, 0)) >= :changedSince))
    ORDER BY outbox.id`
  const told = 'SELECT * FROM alerts WHERE id IN (SELECT alert_id FROM outbox_alerts WHERE outbox_id = ?)'
  const lastChange = `SELECT change.id, change.key FROM outbox, outbox AS change WHERE outbox.id = ? AND ${changes} AND ${isLatest}
    ORDER BY change.id DESC LIMIT 1`
  return db.all<OutboxRow>(sql, { deliveredSince, changedSince, channels: JSON.stringify(channels) }).map((row) => ({
    item: itemOf(row),
    alerts: db.all<AlertRow>(told, row.id).map(alertOf),
    lastChange: db.get<Pick<OutboxItem, 'id' | 'key'>>(lastChange, row.id) ?? null,
  }))
}
