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
  /** The stored time of the next cycle; null before the first. May throw: a disk has its moments, and the schedule must outlive them. */
  readonly nextRun: () => Instant | null
  /** Runs a cycle, which stores the time of the next. Never rejects. */
  readonly run: () => Promise<unknown>
  /** The stored time could not be read. */
  readonly unreadable: (error: unknown) => void
}

export type Scheduler = {
  start(): void
  /** Looks at once: after waking up, unlocking, or a change of settings. */
  look(): void
  stop(): void
}

/** Wakes when a cycle is due. A cycle never overlaps another: the next look waits for the running one. */
export function createScheduler({ clock, interval, nextRun, run, unreadable }: SchedulerOptions): Scheduler {
  let cancel: (() => void) | null = null
  let running = false
  let stopped = true

  /** Milliseconds until a cycle is due; what cannot be read is looked at again. */
  function untilDue(): number {
    try {
      const next = nextRun()
      return next === null || isDue(next, interval(), clock.now()) ? 0 : next - clock.now()
    } catch (error) {
      unreadable(error)
      return lookEvery
    }
  }

  function sleep(atLeast = 0): void {
    cancel?.()
    cancel = clock.after(Math.max(atLeast, Math.min(untilDue(), lookEvery)), look)
  }

  function look(): void {
    if (stopped || running) return
    if (untilDue() > 0) {
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
