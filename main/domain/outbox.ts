import type { Alert } from './alert.ts'
import type { Instant } from './instant.ts'
import type { Message } from './message.ts'

export const outboxStates = ['queued', 'delivered', 'failed', 'cancelled'] as const
export type OutboxState = (typeof outboxStates)[number]

/** A message waiting for, or done with, its channel. */
export type OutboxItem = {
  readonly id: number
  /** Unique: planning the same telling twice gives one row. */
  readonly key: string
  readonly message: Message
  readonly state: OutboxState
  readonly attempts: number
  readonly nextAttemptAt: Instant
  readonly createdAt: Instant
  /** What the service answered: its message id, for editing and withdrawing. */
  readonly receipt: string | null
  readonly lastError: string | null
}

/** A delivered message, and what became of it since. */
export type Announced = {
  readonly item: OutboxItem
  /** The alerts it told, as they are now. */
  readonly alerts: readonly Alert[]
  /** What it was last changed to say, queued or delivered; null while it says what it said at first, or where a later message of the same alert stands. */
  readonly lastChange: Pick<OutboxItem, 'id' | 'key'> | null
}

/** Time after which an undelivered message is given up. */
export const deliveryHorizon = 24 * 60 * 60 * 1_000

/** Attempts after which a message that keeps failing lets those behind it pass while it waits: it alone must not hold them up for a day. */
export const patientAttempts = 9
