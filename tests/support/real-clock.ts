import { performance } from 'node:perf_hooks'
import type { Clock } from '../../main/ports/clock.ts'

/** The machine's own time, for tests with other processes: nothing may be asserted about how long something took. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds)
    return () => clearTimeout(timer)
  },
}
