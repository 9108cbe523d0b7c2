import type { Instant } from '../domain/instant.ts'
import { dayLength } from '../domain/instant.ts'

/** What a read may cost and when it is given up; from `api_timeout_seconds`, `retry` and `circuit_breaker` of operator.yaml. Times in milliseconds. */
export type SourceLimits = {
  /** The whole read, all its attempts together: a cycle waits no longer than this for any source. */
  readonly timeoutMs: number
  readonly attempts: number
  readonly retryBaseMs: number
  readonly retryMaxMs: number
  /** Failed reads in a row until the circuit opens. */
  readonly failureThreshold: number
  readonly openMs: number
  readonly maxOpenMs: number
  /** Trials that must succeed before a half-open circuit closes. */
  readonly halfOpenAttempts: number
}

/** The longest a `Retry-After` is believed: a service that says more has been misread, or its clock has. */
export const longestRateLimit = dayLength

/** How long an open circuit waits: doubled by each opening in a row, up to the maximum. */
export function openWait(openings: number, limits: Pick<SourceLimits, 'openMs' | 'maxOpenMs'>): number {
  return Math.min(limits.maxOpenMs, limits.openMs * 2 ** Math.max(0, openings - 1))
}

/** Exponential, the upper half of it jittered: the wait before the retry that follows attempt number `attempt` (from 1). */
export function retryWait(attempt: number, random: number, limits: Pick<SourceLimits, 'retryBaseMs' | 'retryMaxMs'>): number {
  const full = Math.min(limits.retryMaxMs, limits.retryBaseMs * 2 ** (attempt - 1))
  return full / 2 + (full / 2) * random
}

/** Whether a wait is over. A wait longer than any that is ever set means that the clock went back: over, too. */
export function isWaitOver(until: Instant, now: Instant, longest: number): boolean {
  return now >= until || until - now > longest
}
