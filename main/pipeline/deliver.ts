import { channelNames, type ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import { keysOf } from '../domain/message.ts'
import { drainChannel, report, type DeliveryDependencies, type DeliveryOutcome, type DeliveryRun } from './drain-channel.ts'

/** Messages listed as still waiting, per channel: enough for a person, bounded for a queue of thousands. */
const listedWaiting = 100

/**
 * The pipeline's only effect: hands every due message to its channel. Channels run side by side; within one, order is kept and critical
 * messages go first. A message handed on to a channel that had already finished starts that channel again.
 *
 * `now` is the operator's clock at the start; from there time goes on as real time does. Answers what became of every message touched,
 * and what still waits. Throws only when the outbox cannot be read or written.
 */
export async function deliver(dependencies: DeliveryDependencies, now: Instant, signal: AbortSignal): Promise<readonly DeliveryOutcome[]> {
  const { clock } = dependencies
  const start = clock.monotonic()
  const run: DeliveryRun = {
    dependencies,
    signal,
    elapsed: () => clock.monotonic() - start,
    time: () => now + Math.round(clock.monotonic() - start),
    outcomes: new Map(),
    attemptsInCycle: new Map(),
    stopped: new Map(),
  }
  for (let handedOn = true; handedOn;) {
    const settled = await Promise.allSettled(channelNames.map((name) => drainChannel(run, name)))
    for (const each of settled) if (each.status === 'rejected') throw each.reason
    handedOn = settled.some((each) => each.status === 'fulfilled' && each.value.handedOn)
  }
  for (const name of channelNames) listWaiting(run, name)
  return [...run.outcomes.values()]
}

function listWaiting(run: DeliveryRun, name: ChannelName): void {
  for (const item of run.dependencies.outbox.waiting(name, listedWaiting)) {
    if (run.outcomes.has(item.key)) continue
    const reason = run.stopped.get(name) ?? item.lastError ?? 'waits for its turn'
    report(run, item, { keys: keysOf(item.message), channel: name, outcome: 'queued', reason })
  }
}
