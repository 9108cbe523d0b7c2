/** Long enough to read one line and reach for Undo. Nothing is lost with it: Captures has the same line and the same Undo. */
const momentMs = 3_500

export type Leaving = {
  /** Leaves a moment from now because of `reason`; the same reason goes on waiting, null stays. */
  readonly because: (reason: object | null) => void
  /** A hand on the way to Undo begins the moment anew: the pointer moves. That it merely rests on the window says nothing, for the window opens where it is. */
  readonly stir: () => void
}

export function leaving(leave: () => void): Leaving {
  let reason: object | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = (): void => {
    clearTimeout(timer)
    if (reason !== null) timer = setTimeout(leave, momentMs)
  }
  return {
    because: (next) => {
      if (next === reason) return
      reason = next
      begin()
    },
    stir: begin,
  }
}
