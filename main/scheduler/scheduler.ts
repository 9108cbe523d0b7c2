import { second, type Instant } from '../domain/instant.ts'
import type { Clock } from '../ports/clock.ts'
import { isDue } from './next-run.ts'

/**
 * A timer runs on time that stops in suspend and knows nothing of a clock that is set, so the wall clock is looked at this often. What is due is
 * decided by times, never by how long a timer slept; node-schedule's recurrence is not used for the same reason (docs/decisions).
 */
const lookEvery = 30 * second

/** A run that could not store its next time (a full disk) must not be followed by another at once. */
const restAfterRun = 5 * second

export type SchedulerOptions = {
  readonly clock: Clock
  /** Milliseconds between two cycles, as configured now. */
  readonly interval: () => number
  /** The stored time of the next cycle; null before the first. */
  readonly nextRun: () => Instant | null
  /** Runs a cycle, which stores the time of the next. Never rejects. */
  readonly run: () => Promise<unknown>
}

export type Scheduler = {
  start(): void
  /** Looks at once: after waking up, unlocking, or a change of settings. */
  look(): void
  stop(): void
}

/** Wakes when a cycle is due. A cycle never overlaps another: the next look waits for the running one. */
export function createScheduler({ clock, interval, nextRun, run }: SchedulerOptions): Scheduler {
  let cancel: (() => void) | null = null
  let running = false
  let stopped = true

  function sleep(atLeast = 0): void {
    cancel?.()
    const next = nextRun()
    const until = next === null ? 0 : Math.max(0, next - clock.now())
    cancel = clock.after(Math.max(atLeast, Math.min(until, lookEvery)), look)
  }

  function look(): void {
    if (stopped || running) return
    if (!isDue(nextRun(), interval(), clock.now())) {
      sleep()
      return
    }
    running = true
    void run().finally(() => {
      running = false
      if (!stopped) sleep(restAfterRun)
    })
  }

  return {
    start() {
      stopped = false
      look()
    },
    look,
    stop() {
      stopped = true
      cancel?.()
      cancel = null
    },
  }
}
