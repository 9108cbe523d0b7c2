/** What lengthy work on a database is given by whoever asked for it. */
export type WorkControl = {
  /** Between two steps: throws `stopped` where nobody waits for the result any more. What was begun is then cleared away as after any error. */
  readonly assertWanted: () => void
  /** Does what holds the write lock for long while everybody else in the process stands aside. */
  readonly alone: <Result>(write: () => Result) => Result
}

/** For work that nobody will stop, with nobody beside it. */
export const undisturbed: WorkControl = { assertWanted: () => undefined, alone: (write) => write() }
