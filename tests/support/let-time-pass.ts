import type { FakeClock } from './fake-clock.ts'

/** Awaits something that waits for the fake clock: whenever nothing else is left to do, a little time passes. */
export async function letTimePass<Value>(clock: FakeClock, work: Promise<Value>, stepMs = 50): Promise<Value> {
  const state = { done: false }
  const finish = () => {
    state.done = true
  }
  work.then(finish, finish)
  while (!state.done) {
    await new Promise((resolve) => setImmediate(resolve))
    if (!state.done) clock.advance(stepMs)
  }
  return work
}
