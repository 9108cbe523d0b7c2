import type { Instant } from '../../domain/instant.ts'
import type { Clock } from '../../ports/clock.ts'

/** The machine's clock. With `startAt` it reads as if it were that moment now and goes on from there; with `frozen` it stays there. */
export function createSystemClock(options: { readonly startAt?: Instant; readonly frozen?: boolean } = {}): Clock {
  const { startAt, frozen = false } = options
  const offset = startAt === undefined ? 0 : startAt - Date.now()
  return {
    now: () => (frozen && startAt !== undefined ? startAt : Date.now() + offset),
    monotonic: () => performance.now(),
    after(milliseconds, action, { background = false } = {}) {
      const timer = setTimeout(action, milliseconds)
      if (background) timer.unref()
      return () => clearTimeout(timer)
    },
  }
}
