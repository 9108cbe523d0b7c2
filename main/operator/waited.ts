import type { Clock } from '../ports/clock.ts'

/** Settles after so much real time, in ms; keeps no process alive. For the patience of an end. */
export function waited(clock: Pick<Clock, 'after'>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve, { background: true })
  })
}
