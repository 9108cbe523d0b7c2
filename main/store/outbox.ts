import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { Message } from '../domain/message.ts'
import type { OutboxItem } from '../domain/outbox.ts'
import { severityRank } from '../domain/severity.ts'
import type { Reader, Writer } from './handle.ts'
import { fromJson } from './values.ts'

type OutboxRow = Omit<OutboxItem, 'message'> & { readonly message: string }

const columns =
  'id, key, message, state, attempts, next_attempt_at AS nextAttemptAt, created_at AS createdAt, receipt, last_error AS lastError'

function itemOf({ message, ...row }: OutboxRow): OutboxItem {
  return { ...row, message: fromJson(message) }
}

export type NewOutboxItem = {
  readonly key: string
  readonly message: Message
  readonly at: Instant
  /** The first attempt; at once unless told. */ readonly notBefore?: Instant
}

/** Queues a message; false when that very telling was queued before. */
export function enqueue(db: Writer, { key, message, at, notBefore }: NewOutboxItem): boolean {
  return db.transaction(() => {
    const { changes, lastInsertRowid } = db.run(
      `INSERT INTO outbox (key, channel, severity, message, state, attempts, next_attempt_at, created_at)
       VALUES (?, ?, ?, ?, 'queued', 0, ?, ?) ON CONFLICT (key) DO NOTHING`,
      key,
      message.channel,
      severityRank(message.severity),
      JSON.stringify(message),
      notBefore ?? at,
      at,
    )
    if (changes === 0) return false
    for (const alertId of new Set(message.alertIds))
      db.run('INSERT INTO outbox_alerts (alert_id, outbox_id) VALUES (?, ?)', alertId, lastInsertRowid)
    return true
  })
}

/**
 * Messages whose time has come, the highest severity first and within it in the order they were queued: ten thousand mild ones do not
 * keep a critical one waiting, and no channel gets two of one severity out of order.
 */
export function takeDue(db: Reader, now: Instant, limit: number): readonly OutboxItem[] {
  const sql = `SELECT ${columns} FROM outbox WHERE state = 'queued' AND next_attempt_at <= ? ORDER BY severity DESC, id LIMIT ?`
  return db.all<OutboxRow>(sql, now, limit).map(itemOf)
}

/** When the next waiting message is to be tried; null when none waits. */
export function nextAttemptAt(db: Reader): Instant | null {
  return db.get<{ at: Instant | null }>(`SELECT min(next_attempt_at) AS at FROM outbox WHERE state = 'queued'`)?.at ?? null
}

/** Only a queued message can be delivered; false when it was cancelled meanwhile. */
export function recordDelivered(db: Writer, id: number, outcome: { readonly at: Instant; readonly receipt: string | null }): boolean {
  const sql = `UPDATE outbox SET state = 'delivered', attempts = attempts + 1, finished_at = ?, receipt = ?, last_error = NULL WHERE id = ? AND state = 'queued'`
  return db.run(sql, outcome.at, outcome.receipt, id).changes > 0
}

export type Retry = {
  readonly nextAttemptAt: Instant
  readonly reason: string
  /** The service asked for silence: whatever else is queued for the channel waits as long, and its order is kept. */
  readonly wholeChannel?: boolean
}

export function recordRetry(db: Writer, id: number, { nextAttemptAt: next, reason, wholeChannel = false }: Retry): void {
  db.transaction(() => {
    db.run(
      `UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ?, last_error = ? WHERE id = ? AND state = 'queued'`,
      next,
      reason,
      id,
    )
    if (!wholeChannel) return
    db.run(
      `UPDATE outbox SET next_attempt_at = max(next_attempt_at, ?)
       WHERE state = 'queued' AND channel = (SELECT channel FROM outbox WHERE id = ?)`,
      next,
      id,
    )
  })
}

export function recordFailed(db: Writer, id: number, outcome: { readonly at: Instant; readonly reason: string }): void {
  const sql = `UPDATE outbox SET state = 'failed', attempts = attempts + 1, finished_at = ?, last_error = ? WHERE id = ? AND state = 'queued'`
  db.run(sql, outcome.at, outcome.reason, id)
}

/** Takes back what is still queued about this alert alone; a summary that names others too stays. Answers how many were taken back. */
export function cancelFor(db: Writer, alertId: string, at: Instant): number {
  const sql = `UPDATE outbox SET state = 'cancelled', finished_at = ? WHERE state = 'queued'
    AND id IN (SELECT outbox_id FROM outbox_alerts WHERE alert_id = ?)
    AND (SELECT count(*) FROM outbox_alerts WHERE outbox_id = outbox.id) = 1`
  return db.run(sql, at, alertId).changes
}

/** Every message about an alert, the oldest first: where it was delivered, or why not. */
export function listDeliveries(db: Reader, alertId: string): readonly OutboxItem[] {
  const sql = `SELECT ${columns} FROM outbox WHERE id IN (SELECT outbox_id FROM outbox_alerts WHERE alert_id = ?) ORDER BY id`
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
