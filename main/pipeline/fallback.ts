import type { ChannelName } from '../domain/channel-name.ts'
import { isAtLeast } from '../domain/severity.ts'
import type { OutboxItem } from '../domain/outbox.ts'
import type { NewOutboxItem } from '../ports/outbox.ts'

/** Who takes over when a channel fails for a high or critical alert. The others hand on to the first of these. */
export const fallbackOrder = ['telegram', 'native', 'journal'] as const satisfies readonly ChannelName[]

/** Whether failing to deliver it matters enough for another channel. A test is about its own channel only. */
export function mattersElsewhere(item: Pick<OutboxItem, 'message'>): boolean {
  return item.message.kind !== 'test' && isAtLeast(item.message.severity, 'high')
}

/**
 * The message for the next channel, saying why it comes this way; null where nobody is left. `isFree` is false for a channel that is not
 * set up or that already tells the same alerts. The key is made from the item's own, so that one message is handed on once,
 * however many cycles it keeps failing.
 */
export function handOn(item: OutboxItem, reason: string, isFree: (channel: ChannelName) => boolean): NewOutboxItem | null {
  if (!mattersElsewhere(item)) return null
  const { message } = item
  const later = fallbackOrder.slice(fallbackOrder.findIndex((name) => name === message.channel) + 1)
  const channel = later.find(isFree)
  if (channel === undefined) return null
  const note = `${message.channel} could not deliver this: ${reason}`
  const body = message.body === '' ? note : `${message.body}\n\n${note}`
  return { key: `${item.key}:fallback`, message: { ...message, channel, body }, createdAt: item.createdAt }
}
