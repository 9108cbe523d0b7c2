import type { Instant } from '../domain/instant.ts'
import type { NewJournalEntry } from '../domain/journal-entry.ts'
import { keysOf, type Message } from '../domain/message.ts'
import { wouldSendEntry } from './delivery-entry.ts'
import type { DeliveryOutcome } from './drain-channel.ts'

/** A dry run's delivery: what each planned message would have done, and the journal entries that say so. Nothing is queued, no window starts. */
export function wouldSend(
  messages: readonly Message[],
  now: Instant,
): { readonly outcomes: readonly DeliveryOutcome[]; readonly entries: readonly NewJournalEntry[] } {
  return {
    outcomes: messages.map((message) => ({ keys: keysOf(message), channel: message.channel, outcome: 'would_send', reason: null })),
    entries: messages.map((message) => wouldSendEntry(message, now)),
  }
}
