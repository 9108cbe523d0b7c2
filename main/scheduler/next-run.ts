import type { Instant } from '../domain/instant.ts'

/**
 * Whether something whose next run was stored is due. What is overdue (suspend, a clock put forward) is due once. A stored time further ahead
 * than the interval means that the clock went back: it says nothing any more, and waiting for it would stall, so it is due now.
 */
export function isDue(nextDue: Instant | null, intervalMs: number, now: Instant): boolean {
  return nextDue === null || now >= nextDue || nextDue > now + intervalMs
}

/** The run after one at `now`: counted from the run, so that what was missed is not made up for several times over. */
export function nextRun(intervalMs: number, now: Instant): Instant {
  return now + intervalMs
}
