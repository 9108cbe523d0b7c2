import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { NewJournalEntry } from '../domain/journal-entry.ts'
import type { OutboxItem } from '../domain/outbox.ts'

/** A critical message never waits behind others; within each lane the order is the one in which messages were queued. */
export const lanes = ['critical', 'ordinary'] as const
export type Lane = (typeof lanes)[number]

/** `createdAt` is when the message was first queued: a message handed on to another channel keeps it. */
export type NewOutboxItem = Pick<OutboxItem, 'key' | 'message' | 'createdAt'>

export type NextAttempt = {
  /** Including the one just made. */
  readonly attempts: number
  readonly nextAttemptAt: Instant
  readonly reason: string
}

/**
 * The queue as delivery sees it. Each record is one commit of its own, written after the attempt it speaks of, together with
 * its journal entry (whose `at` is the moment); a crash in between repeats one message at worst.
 */
export interface OutboxPort {
  /**
   * The first queued item of a channel's lane, due or not: whoever waits for its next attempt holds up those behind it, so that order
   * is kept. Passed over are items with `patientAttempts` or more attempts whose next attempt lies ahead by no more than `deliveryHorizon`.
   */
  firstInLane(channel: ChannelName, lane: Lane, now: Instant): OutboxItem | null
  /** What a channel has queued, critical first, then in order. */
  waiting(channel: ChannelName, limit: number): readonly OutboxItem[]
  /** Keeps the receipt and starts the windows of the message's alerts: only a real delivery does that. */
  recordDelivered(item: OutboxItem, receipt: string | null, at: Instant, entry: NewJournalEntry | null): void
  recordRetry(item: OutboxItem, next: NextAttempt, entry: NewJournalEntry | null): void
  recordFailed(item: OutboxItem, reason: string, at: Instant, entry: NewJournalEntry): void
  /** Queues a message for another channel; where its key is there already, false, and nothing is written. */
  enqueue(item: NewOutboxItem, entry: NewJournalEntry): boolean
  /** The channel's service asks for silence until then, whatever becomes of the message it said so of. */
  hold(channel: ChannelName, until: Instant): void
  /** Until when it asked; kept over restarts. */
  heldUntil(channel: ChannelName): Instant | null
  /** Whether a message naming all of these alerts was delivered by, or is queued for, the channel since that moment. */
  isTold(channel: ChannelName, alertIds: readonly string[], since: Instant): boolean
}
