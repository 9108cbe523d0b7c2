/** What makes this process the one that runs cycles for a data folder, taken and given back. */
export type Hold = {
  /** Throws OperatorError `held_by_another`; taken already, it does nothing. */
  readonly take: () => void
  readonly release: () => void
  readonly isTaken: () => boolean
  /** Takes it for as long as the work lasts, or leaves it taken where it was. */
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export function createHold(acquire: () => { readonly release: () => void }): Hold {
  let lock: { readonly release: () => void } | null = null

  function take(): void {
    lock ??= acquire()
  }

  function release(): void {
    lock?.release()
    lock = null
  }

  return {
    take,
    release,
    isTaken: () => lock !== null,
    async during(work) {
      if (lock !== null) return work()
      take()
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}
