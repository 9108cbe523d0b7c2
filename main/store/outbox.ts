import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { NewJournalEntry } from '../domain/journal-entry.ts'
import { deliveryHorizon, patientAttempts, type OutboxItem } from '../domain/outbox.ts'
import { severityRank } from '../domain/severity.ts'
import type { NewOutboxItem, OutboxPort } from '../ports/outbox.ts'
import type { Reader, Writer } from './handle.ts'
import { appendJournal } from './journal.ts'
import { recordTold } from './notifications.ts'
import { fromJson } from './values.ts'

export type OutboxRow = Omit<OutboxItem, 'message'> & { readonly message: string }

export const outboxColumns =
  'id, key, message, state, attempts, next_attempt_at AS nextAttemptAt, created_at AS createdAt, receipt, last_error AS lastError'

export function itemOf({ message, ...row }: OutboxRow): OutboxItem {
  return { ...row, message: fromJson(message) }
}

/** The queue in the database, as delivery sees it. Each record is one transaction with its journal entry. */
export function createOutbox(db: Writer): OutboxPort {
  const journal = (entry: NewJournalEntry | null) => {
    if (entry) appendJournal(db, [entry])
  }
  return {
    hold: (channel, until) => hold(db, channel, until),
    firstInLane: (channel, lane, now) => firstInLane(db, channel, lane === 'critical', now),
    waiting: (channel, limit) => waiting(db, channel, limit),
    heldUntil: (channel) => db.get<{ until: Instant }>('SELECT until FROM channel_holds WHERE channel = ?', channel)?.until ?? null,
    isTold: (channel, alertIds, since) => isTold(db, channel, alertIds, since),
    enqueue: (item, entry) =>
      db.transaction(() => {
        if (!enqueue(db, item)) return false
        journal(entry)
        return true
      }),
    recordDelivered: (item, receipt, at, entry) => {
      db.transaction(() => {
        finish(db, item.id, 'delivered', at, { receipt, lastError: null })
        for (const telling of item.message.tells) recordTold(db, telling, item.message.channel, at)
        journal(entry)
      })
    },
    recordRetry: (item, next, entry) => {
      db.transaction(() => {
        const sql = `UPDATE outbox SET attempts = ?, next_attempt_at = ?, last_error = ? WHERE id = ?`
        db.run(sql, next.attempts, next.nextAttemptAt, next.reason, item.id)
        journal(entry)
      })
    },
    recordFailed: (item, reason, at, entry) => {
      db.transaction(() => {
        finish(db, item.id, 'failed', at, { receipt: null, lastError: reason })
        journal(entry)
      })
    },
  }
}

/**
 * Queues a message; false when that very telling was queued before. One that was taken back is queued anew: its alert cleared or was closed, and
 * came back before it was ever told. For the plan's own transaction.
 */
export function enqueue(db: Writer, { key, message, createdAt }: NewOutboxItem): boolean {
  const row = db.get<{ readonly id: number }>(
    `INSERT INTO outbox (key, channel, severity, message, state, attempts, next_attempt_at, created_at)
     VALUES (?, ?, ?, ?, 'queued', 0, ?, ?)
     ON CONFLICT (key) DO UPDATE SET message = excluded.message, state = 'queued', attempts = 0, last_error = NULL, finished_at = NULL,
       next_attempt_at = excluded.next_attempt_at, created_at = excluded.created_at WHERE state = 'cancelled'
     RETURNING id`,
    key,
    message.channel,
    severityRank(message.severity),
    JSON.stringify(message),
    createdAt,
    createdAt,
  )
  if (row === undefined) return false
  for (const alertId of new Set(message.tells.map((telling) => telling.alertId)))
    db.run('INSERT OR IGNORE INTO outbox_alerts (alert_id, outbox_id) VALUES (?, ?)', alertId, row.id)
  return true
}

/** Takes back what is still queued about this alert alone; a summary that names others too stays. Answers how many were taken back. */
export function cancelFor(db: Writer, alertId: string, at: Instant): number {
  const sql = `UPDATE outbox SET state = 'cancelled', finished_at = ? WHERE state = 'queued'
    AND id IN (SELECT outbox_id FROM outbox_alerts WHERE alert_id = ?)
    AND (SELECT count(*) FROM outbox_alerts WHERE outbox_id = outbox.id) = 1`
  return db.run(sql, at, alertId).changes
}

/** Takes back what the same channel still has queued about the same alert alone: after an outage only the latest word of it goes out. */
export function supersede(db: Writer, { key, message, createdAt }: NewOutboxItem): void {
  const [telling, ...others] = message.tells
  if (telling === undefined || others.length > 0) return
  const sql = `UPDATE outbox SET state = 'cancelled', finished_at = ? WHERE state = 'queued' AND channel = ? AND key <> ?
    AND id IN (SELECT outbox_id FROM outbox_alerts WHERE alert_id = ?)
    AND (SELECT count(*) FROM outbox_alerts WHERE outbox_id = outbox.id) = 1`
  db.run(sql, createdAt, message.channel, key, telling.alertId)
}

function firstInLane(db: Reader, channel: ChannelName, critical: boolean, now: Instant): OutboxItem | null {
  const sql = `SELECT ${outboxColumns} FROM outbox WHERE state = 'queued' AND channel = ? AND (severity = 4) = ?
    AND (attempts < ${patientAttempts} OR next_attempt_at <= ? OR next_attempt_at > ?) ORDER BY id LIMIT 1`
  const row = db.get<OutboxRow>(sql, channel, critical ? 1 : 0, now, now + deliveryHorizon)
  return row ? itemOf(row) : null
}

/** Lane by lane, each a range of the index: sorting the whole queue each time would cost with its length. */
function waiting(db: Reader, channel: ChannelName, limit: number): readonly OutboxItem[] {
  const sql = `SELECT ${outboxColumns} FROM outbox WHERE state = 'queued' AND channel = ? AND (severity = 4) = ? ORDER BY id LIMIT ?`
  const critical = db.all<OutboxRow>(sql, channel, 1, limit)
  return [...critical, ...db.all<OutboxRow>(sql, channel, 0, limit - critical.length)].map(itemOf)
}

function isTold(db: Reader, channel: ChannelName, alertIds: readonly string[], since: Instant): boolean {
  const sql = `SELECT 1 FROM outbox WHERE channel = :channel AND state IN ('delivered', 'queued') AND created_at >= :since
    AND id IN (SELECT outbox_id FROM outbox_alerts WHERE alert_id IN (SELECT value FROM json_each(:ids)) GROUP BY outbox_id HAVING count(*) = :count)
    LIMIT 1`
  const ids = [...new Set(alertIds)]
  return db.get(sql, { channel, since, ids: JSON.stringify(ids), count: ids.length }) !== undefined
}

/** Also for a message that was cancelled while its channel had it: that it went out is what counts. */
function finish(
  db: Writer,
  id: number,
  state: 'delivered' | 'failed',
  at: Instant,
  said: { readonly receipt: string | null; readonly lastError: string | null },
): void {
  const sql = `UPDATE outbox SET state = ?, attempts = attempts + 1, finished_at = ?, receipt = ?, last_error = ? WHERE id = ?`
  db.run(sql, state, at, said.receipt, said.lastError, id)
}

function hold(db: Writer, channel: ChannelName, until: Instant): void {
  db.run('INSERT OR REPLACE INTO channel_holds (channel, until) VALUES (?, ?)', channel, until)
}
