import type { ChannelName } from '../domain/channel-name.ts'
import { dayLength, minute, type Instant } from '../domain/instant.ts'
import { keysOf } from '../domain/message.ts'
import { deliveryHorizon, type OutboxItem } from '../domain/outbox.ts'
import type { Channel } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import { lanes, type OutboxPort } from '../ports/outbox.ts'
import { attempt, pause } from './attempt.ts'
import { deliveryEntry, failureEntry, handedOnEntry } from './delivery-entry.ts'
import { handOn, mattersElsewhere } from './fallback.ts'
import { isDue, nextAttempt, type AttemptDecision, type RetryPolicy } from './next-attempt.ts'

export type DeliveryDependencies = {
  readonly outbox: OutboxPort
  /** The channels that are set up; what is queued for any other fails and is handed on. */
  readonly channels: ReadonlyMap<ChannelName, Channel>
  /** Channels that only another host has (a desktop's notifications, for a process without one): what is queued for them waits for it. */
  readonly elsewhere: ReadonlySet<ChannelName>
  readonly clock: Clock
  readonly ids: Pick<Ids, 'random'>
  readonly retry: RetryPolicy
}

/** One line of `messages` in the cycle document. */
export type DeliveryOutcome = {
  readonly keys: readonly string[]
  readonly channel: ChannelName
  readonly outcome: 'delivered' | 'would_send' | 'queued' | 'retrying' | 'failed'
  readonly reason: string | null
}

/** What the channels of one cycle share. */
export type DeliveryRun = {
  readonly dependencies: DeliveryDependencies
  readonly signal: AbortSignal
  /** Real milliseconds since the start. */
  readonly elapsed: () => number
  readonly time: () => Instant
  /** By the key of the outbox item; a message that only changes another is no message of its own and is left out. */
  readonly outcomes: Map<string, DeliveryOutcome>
  /** By the id of the outbox item. */
  readonly attemptsInCycle: Map<number, number>
  /** Channels that are not tried again in this cycle, and why. */
  readonly stopped: Map<ChannelName, string>
}

/** A cycle that delivers for longer lets the monitors run and goes on in the next one. */
const cyclePatience = minute

/** Messages given up at a time; the rest in the next cycle. */
const expiredAtOnce = 1_000

/** Urgent messages handed on at a time when their channel is down. */
const handedOnAtOnce = 100

/**
 * Delivers what one channel has due, one message at a time. The next one is chosen anew each time, so that a critical message queued
 * meanwhile goes first and one cancelled meanwhile does not go at all. Answers whether another channel got work from it.
 */
export async function drainChannel(run: DeliveryRun, name: ChannelName): Promise<{ readonly handedOn: boolean }> {
  const { dependencies, signal } = run
  if (dependencies.elsewhere.has(name)) return expireWaiting(run, name)
  let handedOn = false
  // Looked at once: a wait that the service asks for within the cycle is sat out.
  const held = isHeld(run, name)
  while (!signal.aborted && run.elapsed() < cyclePatience) {
    const item = held || run.stopped.has(name) ? null : nextItem(run, name)
    if (item === null) return { handedOn: handOnWaiting(run, name) || handedOn }
    const result = await attempt(dependencies.channels.get(name), item, dependencies.clock, signal)
    const attemptInCycle = (run.attemptsInCycle.get(item.id) ?? 0) + 1
    run.attemptsInCycle.set(item.id, attemptInCycle)
    const decision = nextAttempt(item, attemptInCycle, result, run.time(), dependencies.ids.random(), dependencies.retry)
    if (result.outcome === 'retry' && result.afterMs !== null) dependencies.outbox.hold(name, run.time() + result.afterMs)
    record(run, item, decision)
    if (decision.kind === 'later' || decision.kind === 'failed') handedOn = handOnOne(run, item, decision.reason) || handedOn
    // A message refused for what it is says nothing about the channel; one that ran out of attempts does.
    if (result.outcome === 'retry' && decision.kind !== 'wait') run.stopped.set(name, result.reason)
    if (decision.kind === 'wait') await pause(dependencies.clock, decision.milliseconds, signal)
  }
  return { handedOn }
}

/** The other host did not come within a day: nobody wants yesterday's notifications. */
function expireWaiting(run: DeliveryRun, name: ChannelName): { readonly handedOn: boolean } {
  run.stopped.set(name, `${name} waits for the desktop application`)
  const now = run.time()
  for (const item of run.dependencies.outbox.waiting(name, expiredAtOnce)) {
    if (now - item.createdAt > deliveryHorizon)
      record(run, item, { kind: 'failed', reason: 'given up after 24 h: the desktop application did not run' })
  }
  return { handedOn: false }
}

/** A hold longer than a day was written by a clock that has since gone back. */
function isHeld(run: DeliveryRun, name: ChannelName): boolean {
  const until = run.dependencies.outbox.heldUntil(name)
  const now = run.time()
  return until !== null && until > now && until <= now + dayLength
}

function nextItem(run: DeliveryRun, name: ChannelName): OutboxItem | null {
  const now = run.time()
  for (const lane of lanes) {
    const item = run.dependencies.outbox.firstInLane(name, lane, now)
    if (item !== null && (isDue(item, now) || run.attemptsInCycle.has(item.id))) return item
  }
  return null
}

export function report(run: DeliveryRun, item: OutboxItem, outcome: DeliveryOutcome): void {
  if (item.message.kind !== 'follow_up') run.outcomes.set(item.key, outcome)
}

function record(run: DeliveryRun, item: OutboxItem, decision: AttemptDecision): void {
  const { outbox } = run.dependencies
  const { channel } = item.message
  const at = run.time()
  const entry = deliveryEntry(item, decision, at)
  const outcome = { keys: keysOf(item.message), channel }
  switch (decision.kind) {
    case 'delivered':
      outbox.recordDelivered(item, decision.receipt, at, entry)
      report(run, item, { ...outcome, outcome: 'delivered', reason: null })
      return
    case 'wait':
    case 'later': {
      const nextAttemptAt = decision.kind === 'wait' ? at + decision.milliseconds : decision.nextAttemptAt
      outbox.recordRetry(item, { attempts: item.attempts + 1, nextAttemptAt, reason: decision.reason }, entry)
      report(run, item, { ...outcome, outcome: 'retrying', reason: decision.reason })
      return
    }
    case 'failed':
      outbox.recordFailed(item, decision.reason, at, entry ?? failureEntry(item, decision.reason, at))
      report(run, item, { ...outcome, outcome: 'failed', reason: decision.reason })
  }
}

function handOnOne(run: DeliveryRun, item: OutboxItem, reason: string): boolean {
  const { outbox, channels } = run.dependencies
  const alertIds = item.message.tells.map((telling) => telling.alertId)
  const next = handOn(item, reason, (name) => {
    // The journal takes every entry: that a channel failed belongs there even where the alert itself already stands in it.
    const tells = name !== 'journal' && alertIds.length > 0 && outbox.isTold(name, alertIds, item.createdAt)
    return channels.has(name) && !tells
  })
  return next !== null && outbox.enqueue(next, handedOnEntry(item, next.message, reason, run.time()))
}

/** What a silent channel still holds: urgent messages do not wait for it to come back. */
function handOnWaiting(run: DeliveryRun, name: ChannelName): boolean {
  let handedOn = false
  for (const item of run.dependencies.outbox.waiting(name, handedOnAtOnce)) {
    if (!mattersElsewhere(item)) continue
    const reason = run.stopped.get(name) ?? item.lastError ?? 'it is not answering'
    handedOn = handOnOne(run, item, reason) || handedOn
  }
  return handedOn
}
