import type { ChannelName } from './channel-name.ts'
import type { Subject } from './finding.ts'
import type { Instant } from './instant.ts'
import type { Severity } from './severity.ts'

/**
 * What one message says: one alert, the morning's alerts together, how many a storm held back, the day's debrief, a test, or what became
 * of something said before.
 */
export const messageKinds = ['alert', 'morning_summary', 'storm_summary', 'debrief', 'test', 'follow_up'] as const
export type MessageKind = (typeof messageKinds)[number]

/** One alert as a message tells it; what the notification log keeps once it was delivered. */
export type Telling = {
  readonly alertId: string
  readonly key: string
  readonly severity: Severity
  readonly members: readonly string[]
}

/** What a `follow_up` changes: the message of that receipt is rewritten with this one's words, or taken back. */
export type Follows = {
  readonly receipt: string
  readonly how: 'edit' | 'withdraw'
  /** The alert that stands open again, so that the message can be acted on as before. */
  readonly openAlertId?: string
}

/** One message for one channel. Plain text; each channel escapes it its own way. */
export type Message = {
  readonly kind: MessageKind
  readonly channel: ChannelName
  /** The alerts it tells. A storm's summary tells none: it only counts. */
  readonly tells: readonly Telling[]
  readonly severity: Severity
  readonly title: string
  readonly body: string
  readonly subject: Subject | null
  /** When what it says was true. */
  readonly at: Instant
  /** For a `follow_up` only. */
  readonly follows?: Follows
}

export function keysOf(message: Pick<Message, 'tells'>): readonly string[] {
  return message.tells.map((telling) => telling.key)
}
