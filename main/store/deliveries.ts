import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { OutboxItem } from '../domain/outbox.ts'
import type { Reader } from './handle.ts'
import { itemOf, outboxColumns, type OutboxRow } from './outbox.ts'

/** Every message about an alert, the oldest first: where it was delivered, or why not. */
export function listDeliveries(db: Reader, alertId: string): readonly OutboxItem[] {
  const sql = `SELECT ${outboxColumns} FROM outbox WHERE id IN (SELECT outbox_id FROM outbox_alerts WHERE alert_id = ?) ORDER BY id`
  return db.all<OutboxRow>(sql, alertId).map(itemOf)
}

export type ChannelReceipt = {
  readonly channel: ChannelName
  readonly lastDeliveredAt: Instant | null
  readonly lastFailedAt: Instant | null
  readonly lastError: string | null
  readonly queued: number
}

/** How each channel that was ever used stands. */
export function lastReceipts(db: Reader): readonly ChannelReceipt[] {
  return db.all<ChannelReceipt>(`SELECT channel,
      (SELECT max(finished_at) FROM outbox AS o WHERE o.channel = c.channel AND o.state = 'delivered') AS lastDeliveredAt,
      (SELECT max(finished_at) FROM outbox AS o WHERE o.channel = c.channel AND o.state = 'failed') AS lastFailedAt,
      (SELECT last_error FROM outbox AS o WHERE o.channel = c.channel AND last_error IS NOT NULL ORDER BY id DESC LIMIT 1) AS lastError,
      (SELECT count(*) FROM outbox AS o WHERE o.channel = c.channel AND o.state = 'queued') AS queued
    FROM (SELECT DISTINCT channel FROM outbox) AS c ORDER BY channel`)
}
