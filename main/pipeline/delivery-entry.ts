import type { Instant } from '../domain/instant.ts'
import type { NewJournalEntry } from '../domain/journal-entry.ts'
import { keysOf, type Message } from '../domain/message.ts'
import type { OutboxItem } from '../domain/outbox.ts'
import type { AttemptDecision } from './next-attempt.ts'

/** What the journal says of one attempt; null for a wait within the cycle, whose end will be said. */
export function deliveryEntry(item: OutboxItem, decision: AttemptDecision, at: Instant): NewJournalEntry | null {
  const { channel, title } = item.message
  const keys = keysOf(item.message)
  const data = { keys, message: item.key, attempts: item.attempts + 1 }
  switch (decision.kind) {
    case 'delivered':
      // The journal's own message is its entry: a second one would only say that the first is there.
      if (channel === 'journal') return null
      return { at, type: 'delivered', source: channel, severity: 'info', title, data: { ...data, receipt: decision.receipt } }
    case 'wait':
      return null
    case 'later':
      return { at, type: 'delivery_retry', source: channel, severity: 'warning', title, data: { ...data, reason: decision.reason } }
    case 'failed':
      return failureEntry(item, decision.reason, at)
  }
}

export function failureEntry(item: OutboxItem, reason: string, at: Instant): NewJournalEntry {
  const { channel, title } = item.message
  const keys = keysOf(item.message)
  const data = { keys, message: item.key, attempts: item.attempts + 1, reason }
  // What could not be rewritten or taken back was told all the same.
  const severity = item.message.kind === 'follow_up' ? 'info' : 'warning'
  return { at, type: 'delivery_failed', source: channel, severity, title, data }
}

export function handedOnEntry(item: OutboxItem, to: Message, reason: string, at: Instant): NewJournalEntry {
  const { channel, title } = item.message
  const keys = keysOf(item.message)
  return {
    at,
    type: 'delivery_handed_on',
    source: channel,
    severity: 'warning',
    title,
    data: { keys, message: item.key, to: to.channel, reason },
  }
}

/** What a dry run leaves instead of a delivery. */
export function wouldSendEntry(message: Message, at: Instant): NewJournalEntry {
  const { channel, title } = message
  return {
    at,
    type: 'would_send',
    source: channel,
    severity: 'info',
    title: `would send: ${title}`,
    data: { keys: keysOf(message), channel },
  }
}
