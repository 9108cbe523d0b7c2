import type { HttpServer } from './http-server.ts'

export type HttpSettings = { readonly enabled: boolean; readonly port: number }

export type HttpSwitch = {
  /**
   * Serves, stops, or moves to another port, as the settings say now; what was in force already stays untouched. Calls go one after another. Rejects with the
   * server's own error where the port cannot be had: then nothing is served.
   */
  apply(settings: HttpSettings): Promise<void>
  isServing(): boolean
  /** A link that signs one browser in, once; null while nothing is served. */
  oneTimeLink(): string | null
  close(): Promise<void>
}

/** The HTTP server as the configuration wants it, also when that changes while the operator runs. */
export function createHttpSwitch(start: (port: number) => Promise<HttpServer>): HttpSwitch {
  let server: HttpServer | null = null
  let wanted: number | null = null
  let working: Promise<void> = Promise.resolve()

  const move = async (port: number | null): Promise<void> => {
    if (port === wanted) return
    wanted = port
    const old = server
    server = null
    await old?.close()
    if (port === null) return
    try {
      server = await start(port)
    } catch (error) {
      // The same settings are tried again when they are next applied.
      wanted = null
      throw error
    }
  }
  const inTurn = (port: number | null): Promise<void> => {
    const moved = working.then(() => move(port))
    working = moved.catch(() => undefined)
    return moved
  }
  return {
    apply: ({ enabled, port }) => inTurn(enabled ? port : null),
    isServing: () => server !== null,
    oneTimeLink: () => server?.oneTimeLink() ?? null,
    close: () => inTurn(null),
  }
}
