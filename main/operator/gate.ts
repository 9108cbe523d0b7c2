/** Lets everybody pass but for the moments when one piece of work must be alone with the database. */
export type Gate = {
  /** Null while it is open, which is nearly always; else settles when it opens again. */
  readonly closed: () => Promise<void> | null
  /** Closes, waits for `settled` so that nobody who passed before is still at it, works, and opens whatever comes of it. One at a time. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export function createGate(settled: () => Promise<unknown>): Gate {
  let opened: Promise<void> | null = null

  return {
    closed: () => opened,
    async alone(work) {
      for (let busy = opened; busy !== null; busy = opened) await busy
      const { promise, resolve } = Promise.withResolvers<void>()
      opened = promise
      try {
        await settled()
        return await work()
      } finally {
        opened = null
        resolve()
      }
    },
  }
}
