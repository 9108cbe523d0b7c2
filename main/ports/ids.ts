/** Identifiers and randomness, so that tests repeat. */
export interface Ids {
  /** A short unique id with a prefix that says what it names, e.g. alert → a-01k3…; sorts by time of making. */
  next(prefix: string): string
  /** A number in [0, 1), for jitter. */
  random(): number
}
