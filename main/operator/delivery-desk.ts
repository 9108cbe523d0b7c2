import type { ChannelName } from '../domain/channel-name.ts'
import { attempt } from '../pipeline/attempt.ts'
import { deliver } from '../pipeline/deliver.ts'
import type { DeliveryOutcome } from '../pipeline/drain-channel.ts'
import type { RetryPolicy } from '../pipeline/next-attempt.ts'
import type { DeliveryResult } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Logger } from '../ports/logger.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import { createOutbox } from '../store/outbox.ts'
import { createCarefulOutbox } from './careful-outbox.ts'
import type { Channels } from './channel-set.ts'

export type DeliveryDesk = {
  /** A cycle's delivery: what the alerts' lives ask for is queued first, then everything due goes out. */
  readonly deliver: (signal: AbortSignal) => Promise<readonly DeliveryOutcome[]>
  /** The same soon, without a cycle: the owner has acted, and what was sent should say so at once. */
  readonly deliverSoon: () => void
  /** One test message, past the queue, so that it answers for the channel and nothing else. */
  readonly test: (channel: ChannelName) => Promise<DeliveryResult>
  /** Ends when nothing is under way any more. */
  readonly idle: () => Promise<void>
}

export type DeskTools = {
  readonly db: Writer
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  readonly channels: () => Promise<Channels>
  readonly elsewhere: ReadonlySet<ChannelName>
  readonly retry: () => RetryPolicy
  /** Queues what is to be said beside the plan. */
  readonly tend: (channels: Channels) => void
  /** False while another process delivers, or nothing may be. */
  readonly mayDeliver: () => boolean
  readonly signal: AbortSignal
}

/** Everything that goes out goes through here, one delivery at a time: two at once would send the same message twice. */
export function createDeliveryDesk(tools: DeskTools): DeliveryDesk {
  const { db, clock, ids, logger } = tools
  const outbox = createCarefulOutbox(createOutbox(db))
  let last: Promise<unknown> = Promise.resolve()
  let isPlanned = false

  function exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = last.then(work)
    last = next.catch(() => null)
    return next
  }

  async function tendAndDeliver(signal: AbortSignal): Promise<readonly DeliveryOutcome[]> {
    const channels = await tools.channels()
    outbox.catchUp()
    tools.tend(channels)
    return deliver({ outbox, channels, elsewhere: tools.elsewhere, clock, ids, retry: tools.retry() }, clock.now(), signal)
  }

  return {
    deliver: (signal) => exclusively(() => tendAndDeliver(signal)),
    deliverSoon() {
      if (isPlanned || !tools.mayDeliver()) return
      isPlanned = true
      const done = exclusively(async () => {
        isPlanned = false
        if (tools.mayDeliver() && !tools.signal.aborted) await tendAndDeliver(tools.signal)
      })
      done.catch((error: unknown) => logger.error('delivery_failed', { reason: error instanceof Error ? error.message : String(error) }))
    },
    async test(channel) {
      const at = clock.now()
      const found = (await tools.channels()).get(channel)
      const text = { title: 'A test from Thanos Operator', body: 'If you can read this, this channel works.' }
      const message = { kind: 'test', channel, tells: [], severity: 'medium', ...text, subject: null, at } as const
      const result: DeliveryResult =
        found === undefined
          ? { outcome: 'rejected', reason: `${channel} is off or not fully set up here: see channels.${channel} in the configuration` }
          : await attempt(found, { key: ids.next('test'), message }, clock, tools.signal)
      const reason = result.outcome === 'delivered' ? null : result.reason
      const data = { outcome: result.outcome, reason }
      appendJournal(db, [
        { at, type: 'channel_tested', source: channel, severity: 'info', title: `Test of ${channel}: ${result.outcome}`, data },
      ])
      return result
    },
    async idle() {
      await last
    },
  }
}
