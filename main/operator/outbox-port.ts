import type { ChannelName } from '../domain/channel-name.ts'
import type { OutboxPort } from '../ports/outbox.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import { recordTold } from '../store/notifications.ts'
import * as outbox from '../store/outbox.ts'

/** The queue in the database. Each record is one transaction: the attempt, the windows it starts, its journal entry. */
export function outboxPort(db: Writer): OutboxPort {
  return {
    firstInLane: (channel, lane, now) => outbox.firstInLane(db, channel, lane, now),
    waiting: (channel, limit) => outbox.waiting(db, channel, limit),
    recordDelivered(item, receipt, at, entry) {
      db.transaction(() => {
        outbox.recordDelivered(db, item.id, { at, receipt })
        for (const telling of item.message.tells) recordTold(db, { ...telling, channel: item.message.channel, at })
        if (entry !== null) appendJournal(db, [entry])
      })
    },
    recordRetry(item, next, entry) {
      db.transaction(() => {
        outbox.recordRetry(db, item.id, next)
        if (entry !== null) appendJournal(db, [entry])
      })
    },
    recordFailed(item, reason, at, entry) {
      db.transaction(() => {
        outbox.recordFailed(db, item.id, { at, reason })
        appendJournal(db, [entry])
      })
    },
    enqueue: ({ key, message, createdAt }, entry) =>
      db.transaction(() => {
        const isNew = outbox.enqueue(db, { key, message, at: createdAt })
        if (isNew) appendJournal(db, [entry])
        return isNew
      }),
    heldUntil: (channel: ChannelName) => outbox.heldUntil(db, channel),
    isTold: (channel, alertIds, since) => outbox.isTold(db, channel, alertIds, since),
  }
}
