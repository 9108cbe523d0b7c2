import type { CommandContext } from './context.ts'
import { UsageError } from './usage-error.ts'

/** Serves the pages, health and figures on 127.0.0.1 and says where; the answer stops it. `port` is what --port said. */
export async function serve({ host, now, open, output, places }: CommandContext, port: string | undefined): Promise<() => Promise<void>> {
  const { http, logger, operator } = await open()
  const { startHttpServer } = await import('./http/http-server.ts')
  const server = await startHttpServer({
    operator,
    logger,
    now,
    dataFolder: places.dataFolder,
    pages: host.pages,
    port: port === undefined ? http.port : readPort(port),
  })
  output.note(`Serving http://127.0.0.1:${server.port}. Open ${server.oneTimeLink()} in a browser; it works once.`)
  output.note(`The token for tools is in ${server.tokenFile}.`)
  return () => server.close()
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${text} is no port. Write a whole number from 0 to 65535.`)
  return port
}
