import type { App } from 'electron'

/** The operator lets a running cycle finish for up to 5 s; beyond this something hangs, and a hang must not keep the machine from shutting down. */
const limitMs = 8_000

export type Quit = {
  readonly isQuitting: () => boolean
  /** Stops as quitting does, then leaves the end to `action`, which quits by itself. */
  readonly stopAndThen: (action: () => void) => Promise<void>
}

/** Holds the end back until everything is written, once. */
export function quitCleanly(app: App, stop: () => Promise<void>, report: (error: unknown) => void): Quit {
  let state: 'running' | 'stopping' | 'stopped' = 'running'
  const finish = async (): Promise<void> => {
    state = 'stopping'
    const limit = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error(`Stopping took longer than ${String(limitMs / 1_000)} s`)), limitMs).unref()
    })
    await Promise.race([stop(), limit]).catch(report)
    state = 'stopped'
  }
  app.on('before-quit', (event) => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'running') void finish().then(() => app.exit(0))
  })
  return {
    isQuitting: () => state !== 'running',
    stopAndThen: async (action) => {
      if (state !== 'running') return
      await finish()
      action()
    },
  }
}
