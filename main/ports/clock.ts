import type { Instant } from '../domain/instant.ts'

/** The only source of time. */
export interface Clock {
  /** The wall clock; may jump. */
  now(): Instant
  /** Milliseconds that never go back, for durations. */
  monotonic(): number
  /** Runs `action` once, `milliseconds` of real time from now; the answer cancels it. Does not keep the process alive by itself where `background` is true. */
  after(milliseconds: number, action: () => void, options?: { readonly background?: boolean }): () => void
}
