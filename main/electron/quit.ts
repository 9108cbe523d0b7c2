import type { App } from 'electron'

/** The operator lets a running cycle finish for up to 5 s; beyond this something hangs, and a hang must not keep the machine from shutting down. */
const limitMs = 8_000

export type Quit = { readonly isQuitting: () => boolean }

/** Holds the end back until everything is written, once. */
export function quitCleanly(app: App, stop: () => Promise<void>, report: (error: unknown) => void): Quit {
  let state: 'running' | 'stopping' | 'stopped' = 'running'
  app.on('before-quit', (event) => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'stopping') return
    state = 'stopping'
    const limit = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error(`Stopping took longer than ${String(limitMs / 1_000)} s`)), limitMs).unref()
    })
    void Promise.race([stop(), limit])
      .catch(report)
      .finally(() => {
        state = 'stopped'
        app.exit(0)
      })
  })
  return { isQuitting: () => state !== 'running' }
}
