import type { CommandContext } from './context.ts'
import { createHttpSwitch, type HttpSettings } from './http/http-switch.ts'
import { readPort } from './read-port.ts'

/** What the command line asks of HTTP; it stands above the configuration. */
export type AskedHttp = { readonly isAsked: boolean; readonly port: string | undefined }

/**
 * Serves the pages, health and figures on 127.0.0.1 where --http or the configuration wants it, and says where; follows the configuration from then on. The
 * answer stops it. Throws OperatorError `failed` where --http asked for it and the port is taken; where only the configuration wants it, that is said, and the
 * operator goes on without: what it watches matters more than its pages.
 */
export async function serve({ host, now, open, output, places }: CommandContext, asked: AskedHttp): Promise<() => Promise<void>> {
  const { http: configured, logger, operator } = await open()
  const port = asked.port === undefined ? undefined : readPort(asked.port)
  const http = createHttpSwitch(async (wanted) => {
    const { startHttpServer } = await import('./http/http-server.ts')
    const { dataFolder } = places
    const server = await startHttpServer({ operator, logger, now, dataFolder, pages: host.pages, port: wanted })
    output.note(`Serving http://127.0.0.1:${server.port}. Open ${server.oneTimeLink()} in a browser; it works once.`)
    output.note(`The token for tools is in ${server.tokenFile}.`)
    return server
  })
  const apply = (settings: HttpSettings) => http.apply({ enabled: asked.isAsked || settings.enabled, port: port ?? settings.port })
  const goOn = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warning('http_not_served', { reason })
    output.note(reason)
  }
  await apply(configured()).catch((error: unknown) => {
    if (asked.isAsked) throw error
    goOn(error)
  })
  const unsubscribe = operator.subscribe((topics) => {
    if (topics.includes('settings')) apply(configured()).catch(goOn)
  })
  return () => {
    unsubscribe()
    return http.close()
  }
}
