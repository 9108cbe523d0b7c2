import { assertNever } from '../domain/assert-never.ts'
import { minute, type Instant } from '../domain/instant.ts'
import { deliveryHorizon, type OutboxItem } from '../domain/outbox.ts'
import type { DeliveryResult } from '../ports/channel.ts'

/** `retry` of operator.yaml: attempts within one cycle, and the bounds of the wait between them in milliseconds. */
export type RetryPolicy = { readonly attempts: number; readonly baseMs: number; readonly maxMs: number }

export type AttemptDecision =
  | { readonly kind: 'delivered'; readonly receipt: string | null }
  /** Try again within this cycle. */
  | { readonly kind: 'wait'; readonly milliseconds: number; readonly reason: string }
  /** Try again in the first cycle at or after that moment. */
  | { readonly kind: 'later'; readonly nextAttemptAt: Instant; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/** Waits between cycles: a minute, doubling, at most a quarter of an hour, so that a service that came back is noticed soon. */
const laterBase = minute
const laterMaximum = 15 * minute

/** Half of the wait is certain, half is chance: clients that failed together do not come back together. */
function jittered(milliseconds: number, random: number): number {
  return Math.round(milliseconds * (0.5 + random / 2))
}

function doubled(base: number, times: number, maximum: number): number {
  return Math.min(maximum, base * 2 ** Math.min(times, 30))
}

/**
 * What follows an attempt. `attempts` counts those before this one over all cycles, `attemptInCycle` (from 1) those of this cycle with this
 * one, `random` is in [0, 1). What the service asked for (`afterMs`) is obeyed: within the cycle where it is short, on a later one otherwise.
 */
export function nextAttempt(
  item: Pick<OutboxItem, 'attempts' | 'createdAt'>,
  attemptInCycle: number,
  result: DeliveryResult,
  now: Instant,
  random: number,
  policy: RetryPolicy,
): AttemptDecision {
  switch (result.outcome) {
    case 'delivered':
      return { kind: 'delivered', receipt: result.receipt }
    case 'rejected':
      return { kind: 'failed', reason: result.reason }
    case 'retry':
      return afterRefusal(item, attemptInCycle, result, now, random, policy)
    default:
      return assertNever(result)
  }
}

function afterRefusal(
  item: Pick<OutboxItem, 'attempts' | 'createdAt'>,
  attemptInCycle: number,
  result: Extract<DeliveryResult, { readonly outcome: 'retry' }>,
  now: Instant,
  random: number,
  policy: RetryPolicy,
): AttemptDecision {
  const { reason } = result
  const asked = result.afterMs ?? 0
  const giveUpAt = item.createdAt + deliveryHorizon
  if (attemptInCycle < policy.attempts && asked <= policy.maxMs) {
    const backoff = jittered(doubled(policy.baseMs, attemptInCycle - 1, policy.maxMs), random)
    return { kind: 'wait', milliseconds: Math.max(asked, backoff), reason }
  }
  const cyclesBefore = Math.floor(item.attempts / policy.attempts)
  const backoff = jittered(doubled(laterBase, cyclesBefore, laterMaximum), random)
  if (now >= giveUpAt || now + asked > giveUpAt) return { kind: 'failed', reason: `given up after 24 h: ${reason}` }
  return { kind: 'later', nextAttemptAt: Math.max(now + asked, Math.min(now + backoff, giveUpAt)), reason }
}

/**
 * Its time has come; or the clock has gone back since, for no wait is longer than the horizon and nothing is queued in the future:
 * what it was told by the other clock binds nobody.
 */
export function isDue({ nextAttemptAt, createdAt }: Pick<OutboxItem, 'nextAttemptAt' | 'createdAt'>, now: Instant): boolean {
  return nextAttemptAt <= now || nextAttemptAt > now + deliveryHorizon || createdAt > now
}
