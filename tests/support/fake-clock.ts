import type { Instant } from '../../main/domain/instant.ts'
import type { Clock } from '../../main/ports/clock.ts'

type Timer = { readonly dueAt: number; readonly action: () => void }

/** A clock that moves only when told. Timers run in the order they are due; a wall-clock jump moves no timer. */
export class FakeClock implements Clock {
  #now: Instant
  #monotonic = 0
  readonly #timers = new Set<Timer>()

  constructor(start: Instant | string = '2026-01-20T15:00:00Z') {
    this.#now = typeof start === 'string' ? Date.parse(start) : start
  }

  now(): Instant {
    return this.#now
  }

  monotonic(): number {
    return this.#monotonic
  }

  after(milliseconds: number, action: () => void): () => void {
    const timer = { dueAt: this.#monotonic + milliseconds, action }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Lets time pass: both clocks move together and every timer that comes due runs at its moment. */
  advance(milliseconds: number): void {
    const target = this.#monotonic + milliseconds
    for (let next = this.#nextTimer(target); next !== undefined; next = this.#nextTimer(target)) {
      this.#moveTo(next.dueAt)
      this.#timers.delete(next)
      next.action()
    }
    this.#moveTo(target)
  }

  /** The wall clock jumps, as after suspend or a correction; durations do not. */
  jumpTo(instant: Instant | string): void {
    this.#now = typeof instant === 'string' ? Date.parse(instant) : instant
  }

  #nextTimer(until: number): Timer | undefined {
    return [...this.#timers].filter((timer) => timer.dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0]
  }

  #moveTo(monotonic: number): void {
    this.#now += Math.max(0, monotonic - this.#monotonic)
    this.#monotonic = Math.max(monotonic, this.#monotonic)
  }
}
