import type { Clock } from '../../../main/ports/clock.ts'
import type { FakeClock } from '../fake-clock.ts'

type Waiting = { readonly dueAt: number; readonly action: () => void; readonly background: boolean }

/** The machine's clock as one process sees it: its timers go with it. */
export class LifeClock implements Clock {
  readonly #machine: FakeClock
  readonly #waiting = new Map<Waiting, () => void>()
  #isOver = false

  constructor(machine: FakeClock) {
    this.#machine = machine
  }

  now(): number {
    return this.#machine.now()
  }

  monotonic(): number {
    return this.#machine.monotonic()
  }

  after(milliseconds: number, action: () => void, { background = false } = {}): () => void {
    if (this.#isOver) return letThrough(action)
    const waiting = { dueAt: this.monotonic() + milliseconds, action, background }
    const cancel = this.#machine.after(milliseconds, () => {
      this.#waiting.delete(waiting)
      action()
    })
    this.#waiting.set(waiting, cancel)
    return () => {
      this.#waiting.delete(waiting)
      cancel()
    }
  }

  /** Milliseconds until the next timer that keeps a process alive; null without one. */
  untilNext(): number | null {
    const due = [...this.#waiting.keys()].filter(({ background }) => !background).map(({ dueAt }) => dueAt)
    return due.length === 0 ? null : Math.max(0, Math.min(...due) - this.monotonic())
  }

  timers(): number {
    return this.#waiting.size
  }

  end(): void {
    this.#isOver = true
    for (const [{ action, background }, cancel] of this.#waiting) {
      cancel()
      if (!background) letThrough(action)
    }
    this.#waiting.clear()
  }
}

/** What still waits in a process that is gone ends at once, and what it throws there is nobody's. */
function letThrough(action: () => void): () => void {
  const soon = setImmediate(() => {
    try {
      action()
    } catch {
      // The process is gone.
    }
  })
  return () => clearImmediate(soon)
}
