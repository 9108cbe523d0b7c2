import type { OutboxPort } from '../ports/outbox.ts'

export type CarefulOutbox = OutboxPort & {
  /** Writes down what was delivered and could not be recorded at the time. Throws while that still fails: then nothing may be sent. */
  readonly catchUp: () => void
}

/**
 * An outbox that does not forget a delivery which the database refused to record: a full disk, a busy moment. Without it the message would still be queued,
 * and go out again with every cycle until there is room. Kept in memory, so that only the end of the process can repeat a message, once.
 */
export function createCarefulOutbox(outbox: OutboxPort): CarefulOutbox {
  const unrecorded = new Map<number, () => void>()
  return {
    ...outbox,
    recordDelivered(item, receipt, at, entry) {
      const record = () => outbox.recordDelivered(item, receipt, at, entry)
      unrecorded.set(item.id, record)
      record()
      unrecorded.delete(item.id)
    },
    catchUp() {
      for (const [id, record] of unrecorded) {
        record()
        unrecorded.delete(id)
      }
    },
  }
}
