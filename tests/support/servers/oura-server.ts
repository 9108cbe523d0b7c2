import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Document = Readonly<Record<string, unknown>>

/** Takes over the answer to a request; false leaves it to the server. */
export type Interference = (request: { readonly url: URL; readonly authorization: string | null }, response: ServerResponse) => boolean

/**
 * Oura's API v2 as far as the operator uses it: collections by day with pages of `pageSize`, the sandbox, OAuth's token endpoint with
 * single-use refresh tokens. Tests change its documents and interfere with its answers.
 */
export class OuraServer {
  readonly requests: { readonly path: string; readonly query: URLSearchParams; readonly authorization: string | null }[] = []
  readonly documents: Record<string, Document[]> = {}
  readonly validTokens = new Set(['token-1'])
  readonly refreshTokens = new Map<string, string>()
  readonly tokenRequests: URLSearchParams[] = []
  interference: Interference = () => false
  pageSize = 50
  #issued = 0
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(port, '127.0.0.1', resolve)
    })
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => {
      this.#server.close(resolve)
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** A new pair; the refresh token works once. */
  issue(): { access_token: string; refresh_token: string; expires_in: number; token_type: string } {
    this.#issued += 1
    const access = `access-${this.#issued}`
    const refresh = `refresh-${this.#issued}`
    this.validTokens.add(access)
    this.refreshTokens.set(refresh, access)
    return { access_token: access, refresh_token: refresh, expires_in: 3600, token_type: 'bearer' }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    const authorization = request.headers.authorization ?? null
    this.requests.push({ path: url.pathname, query: url.searchParams, authorization })
    if (this.interference({ url, authorization }, response)) return
    if (url.pathname === '/oauth/token') return this.#token(new URLSearchParams(await bodyOf(request)), response)
    const match = /^\/v2\/(sandbox\/)?usercollection\/([a-z_]+)$/.exec(url.pathname)
    if (match === null) return send(response, 404, { detail: 'Not found' })
    if (match[1] === undefined && !this.validTokens.has(authorization?.replace(/^Bearer /, '') ?? ''))
      return send(response, 401, { status: 401, title: 'Unauthorized', detail: 'Invalid token' })
    this.#page(match[2] ?? '', url.searchParams, response)
  }

  #page(collection: string, query: URLSearchParams, response: ServerResponse): void {
    const from = query.get('start_date') ?? ''
    const to = query.get('end_date') ?? '9999'
    const offset = Number(query.get('next_token') ?? 0)
    const all = (this.documents[collection] ?? []).filter((each) => String(each['day']) >= from && String(each['day']) <= to)
    const next = offset + this.pageSize < all.length ? String(offset + this.pageSize) : null
    send(response, 200, { data: all.slice(offset, offset + this.pageSize), next_token: next })
  }

  #token(form: URLSearchParams, response: ServerResponse): void {
    this.tokenRequests.push(form)
    if (form.get('grant_type') === 'refresh_token') {
      const used = form.get('refresh_token') ?? ''
      if (!this.refreshTokens.delete(used)) return send(response, 400, { error: 'invalid_grant' })
    } else if (form.get('code') !== 'good-code') return send(response, 400, { error: 'invalid_grant' })
    send(response, 200, this.issue())
  }
}

export function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
