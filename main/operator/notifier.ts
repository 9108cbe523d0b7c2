/** Tells listeners, in the order in which they came; one that throws does not keep the others from hearing. */
export function createNotifier<Event>(): {
  readonly notify: (event: Event) => void
  readonly subscribe: (listener: (event: Event) => void) => () => void
} {
  const listeners = new Set<(event: Event) => void>()
  return {
    notify(event) {
      const failures: unknown[] = []
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'A listener failed')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
