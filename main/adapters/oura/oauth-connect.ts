import { createServer, type ServerResponse } from 'node:http'
import { minute } from '../../domain/instant.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { Clock } from '../../ports/clock.ts'
import { authorizeUrl, codeForm, newOAuthRequest, parseReturn, type OAuthClient, type OAuthRequest } from './oauth-request.ts'
import type { OuraTokens } from './oauth-tokens.ts'

/** How long the owner may take in the browser. */
const patience = 10 * minute

export type ConnectOptions = {
  readonly authorizePage: string
  readonly client: OAuthClient
  readonly tokens: Pick<OuraTokens, 'obtain'>
  /** Shows the address to the owner, in the system's browser. */
  readonly openBrowser: (url: URL) => Promise<void>
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** The owner says yes in the browser, the code comes back to a port of this machine chosen now, and the tokens are stored. */
export async function connectOura(options: ConnectOptions): Promise<void> {
  const returned = Promise.withResolvers<string>()
  // Handled by the race below; without this, an answer before that would count as unhandled.
  returned.promise.catch(() => {})
  let request: OAuthRequest | null = null
  const server = createServer((incoming, response) => {
    if (request === null || incoming.method !== 'GET') return page(response, 404, 'Nothing here.')
    const answer = parseReturn(new URL(incoming.url ?? '/', request.redirectUri), request)
    if (answer.kind === 'stranger') return page(response, 400, 'This is not the answer Thanos Operator is waiting for.')
    if (answer.kind === 'code') {
      page(response, 200, 'Oura said yes. You can close this window: Thanos Operator does the rest.')
      returned.resolve(answer.code)
    } else {
      page(response, 200, 'Oura was not connected. You can close this window.')
      returned.reject(new OperatorError('refused', `Oura was not connected: ${reasons[answer.reason] ?? answer.reason}.`))
    }
  })
  const cancel = options.clock.after(patience, () => {
    returned.reject(
      new OperatorError('refused', 'Oura was not connected: nothing came back from the browser within 10 minutes. Try again.'),
    )
  })
  const abort = () => returned.reject(new OperatorError('refused', 'Connecting Oura was cancelled.'))
  options.signal.addEventListener('abort', abort, { once: true })
  try {
    request = newOAuthRequest(`http://127.0.0.1:${await listen(server)}/oura/callback`)
    await options.openBrowser(authorizeUrl(options.authorizePage, options.client, request))
    await options.tokens.obtain(codeForm(await returned.promise, options.client, request))
  } finally {
    cancel()
    options.signal.removeEventListener('abort', abort)
    server.close()
    server.closeIdleConnections()
  }
}

const reasons: Readonly<Record<string, string>> = { access_denied: 'access was denied', no_code: 'Oura sent no code' }

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new OperatorError('failed', 'No port of this machine could be opened for the answer of the browser.')
  return address.port
}

function page(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    connection: 'close',
  })
  response.end(`<!doctype html><html lang="en"><title>Thanos Operator</title><p>${sentence}</p></html>`)
}
