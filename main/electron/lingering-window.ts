import type { BrowserWindow } from 'electron'

/** A window made when it is first wanted, hidden instead of closed, and destroyed a while after: a quiet operator is small. */
export type LingeringWindow = {
  /** The window, made if need be; the caller shows it. */
  readonly ensure: () => BrowserWindow
  readonly current: () => BrowserWindow | null
  readonly destroy: () => void
}

/** `make` builds the window; `lingerMs` is asked at each hiding, since the setting may have changed. */
export function createLingeringWindow(make: () => BrowserWindow, lingerMs: () => number): LingeringWindow {
  let window: BrowserWindow | null = null
  let countdown: ReturnType<typeof setTimeout> | undefined

  const destroy = (): void => {
    clearTimeout(countdown)
    window?.destroy()
    window = null
  }
  const ensure = (): BrowserWindow => {
    if (window !== null) return window
    const made = make()
    window = made
    made.on('show', () => clearTimeout(countdown))
    made.on('hide', () => {
      clearTimeout(countdown)
      countdown = setTimeout(destroy, lingerMs())
    })
    made.on('closed', () => {
      clearTimeout(countdown)
      if (window === made) window = null
    })
    return made
  }
  return { ensure, current: () => window, destroy }
}
