import { second } from '../domain/instant.ts'
import type { OutboxItem } from '../domain/outbox.ts'
import type { Channel, DeliveryResult } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'

/** A service that says nothing for so long is not waited for; the attempt may have succeeded, so the message may come twice. */
const attemptTimeout = 30 * second

/**
 * One attempt, whatever the channel does: one that throws or never answers is a retry. The text of an unexpected error is left out,
 * as it may carry an address with a token in it.
 */
export async function attempt(
  channel: Channel | undefined,
  item: Pick<OutboxItem, 'key' | 'message'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<DeliveryResult> {
  if (channel === undefined) return { outcome: 'rejected', reason: 'this channel is not set up' }
  const timeout = new AbortController()
  const context = { deduplicationKey: item.key, signal: AbortSignal.any([signal, timeout.signal]) }
  const silence = Promise.withResolvers<DeliveryResult>()
  const cancelTimer = clock.after(attemptTimeout, () => {
    silence.resolve({ outcome: 'retry', reason: 'no answer within 30 s', afterMs: null })
    timeout.abort()
  })
  try {
    return await Promise.race([handOver(channel, item, context), silence.promise])
  } catch (error) {
    return { outcome: 'retry', reason: `unexpected ${error instanceof Error ? error.name : 'error'}`, afterMs: null }
  } finally {
    cancelTimer()
  }
}

function handOver(
  channel: Channel,
  { message }: Pick<OutboxItem, 'message'>,
  context: Parameters<Channel['deliver']>[1],
): Promise<DeliveryResult> {
  if (message.follows === undefined) return channel.deliver(message, context)
  const { receipt, how } = message.follows
  const done = how === 'edit' ? channel.edit?.(receipt, message, context.signal) : channel.withdraw?.(receipt, context.signal)
  return done ?? Promise.resolve({ outcome: 'rejected', reason: `this channel cannot ${how} what it sent` })
}

/** Real time passing; ends early, without an error, when the signal is aborted. */
export function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      cancelTimer()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const cancelTimer = clock.after(milliseconds, finish)
    signal.addEventListener('abort', finish)
  })
}
