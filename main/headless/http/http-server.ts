import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { invokeNames } from '../../../shared/ipc/channels.ts'
import { mostImported } from '../../../shared/ipc/limits.ts'
import { answerRequest } from '../../operator/answer-request.ts'
import { OperatorError, type Logger, type Instant } from '../../operator/host.ts'
import type { Operator } from '../../operator/operator.ts'
import { pageHeaders } from '../../operator/pages/page-headers.ts'
import { resolveAsset } from '../../operator/pages/resolve-asset.ts'
import { createAccess, type Access } from './access.ts'
import { enterPage, enterScript } from './enter-page.ts'
import { createEventStreams } from './event-stream.ts'
import { isHealthy } from './health.ts'
import { metricsText } from './metrics.ts'
import { readJsonBody } from './read-json-body.ts'
import { guardRequest, ownHosts, type RequestFacts } from './request-guard.ts'

export type HttpOptions = {
  readonly operator: Operator
  readonly dataFolder: string
  /** The built pages. */
  readonly pages: string
  /** 0 is any free one. */
  readonly port: number
  readonly now: () => Instant
  readonly logger: Logger
}

export type HttpServer = {
  readonly port: number
  readonly tokenFile: string
  /** A link that signs one browser in, once. */
  oneTimeLink(): string
  close(): Promise<void>
}

const cookieName = 'thanos_session'

type Reply = {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

const text = (status: number, body: string): Reply => ({ status, type: 'text/plain; charset=utf-8', body: `${body}\n` })
const json = (status: number, value: unknown): Reply => ({ status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) })

/** Connections at once; more are hung up on, so that a flood cannot use up the file handles that the operator itself needs. */
const mostConnections = 2_048

/** Health, figures and the application's own pages, for this machine alone. Throws OperatorError `failed` where the port is taken. */
export async function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  const { operator, logger } = options
  const access = createAccess(options.dataFolder, options.now)
  const streams = createEventStreams()
  const unsubscribe = operator.subscribe((topics) => streams.send('changed', { topics: [...topics] }))
  let port = options.port
  const oneTimeLink = () => `http://${ownHosts(port)[0]}/enter#${access.issueCode()}`

  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 },
    (request, response) => {
      void respond(request, response).catch((error: unknown) => {
        logger.error('http_failed', { reason: error instanceof Error ? error.message : String(error) })
        if (!response.headersSent) send(response, text(500, 'That did not work. The log has the particulars.'))
        else response.destroy()
      })
    },
  )

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const facts = factsOf(request)
    const verdict = guardRequest(facts, port)
    if (!verdict.allowed) return send(response, text(verdict.status, verdict.reason), true)
    const { pathname } = new URL(facts.target, `http://127.0.0.1:${port}`)
    if (pathname === '/api/events' && facts.method === 'GET' && isKnown(request, access)) {
      if (!streams.open(response)) send(response, text(503, 'Too many windows are open.'))
      return
    }
    const reply = facts.method === 'POST' ? await post(request, pathname) : await get(request, pathname)
    // What is left of a body is not read: the next request cannot begin behind it.
    send(response, reply, !request.complete)
  }

  async function get(request: IncomingMessage, pathname: string): Promise<Reply> {
    if (pathname === '/health') return isHealthy(operator, options.now()) ? json(200, { status: 'ok' }) : json(503, { status: 'degraded' })
    if (pathname === '/enter') return { status: 200, type: 'text/html; charset=utf-8', body: enterPage }
    if (pathname === '/enter.js') return { status: 200, type: 'text/javascript; charset=utf-8', body: enterScript }
    if (!isKnown(request, access)) {
      return text(
        401,
        'Sign in with the one-time link that `thanos link` prints, or send the token of the file http-token as Authorization: Bearer.',
      )
    }
    if (pathname === '/metrics') {
      const { failedChecks: failed, alertsTold: told } = operator.figures()
      return {
        status: 200,
        type: 'text/plain; version=0.0.4; charset=utf-8',
        body: await metricsText(await operator.handlers['status:get']({}), { failed, told }),
      }
    }
    return page(pathname === '/' ? '/index.html' : pathname)
  }

  async function page(pathname: string): Promise<Reply> {
    const asset = resolveAsset(options.pages, pathname)
    if (asset === null) return text(404, 'There is nothing here.')
    try {
      return { status: 200, type: asset.contentType, body: await readFile(asset.file) }
    } catch {
      return text(404, 'There is nothing here.')
    }
  }

  async function post(request: IncomingMessage, pathname: string): Promise<Reply> {
    const isSignIn = pathname === '/session'
    if (!isSignIn && !isKnown(request, access)) return text(401, 'Sign in first.')
    if (pathname === '/link') return json(200, { link: oneTimeLink() })
    const name = invokeNames.find((each) => pathname === `/api/${each}` || pathname === `/api/${encodeURIComponent(each)}`)
    const body = await readJsonBody(request, name === 'data:import' ? mostImported + 1_000 : undefined)
    if (!body.ok) return text(body.status, body.reason)
    if (isSignIn) return signIn(body.value)
    if (name === undefined) return text(404, 'There is no such request.')
    return json(200, await answerRequest(operator.handlers, name, body.value, logger))
  }

  function signIn(value: unknown): Reply {
    const code = typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' ? value.code : ''
    const session = access.redeem(code)
    if (session === null) return text(401, 'This link was used already or is too old.')
    return { ...json(200, { ok: true }), headers: { 'Set-Cookie': `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` } }
  }

  server.maxConnections = mostConnections
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const advice =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use. Set http.port to another one.`
          : `The HTTP server did not start: ${error.message}.`
      reject(new OperatorError('failed', advice, { cause: error }))
    })
    // Never another address: reaching it from elsewhere is the business of an SSH tunnel.
    server.listen(port, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port // a TCP server that listens has one

  return {
    port,
    tokenFile: access.tokenFile,
    oneTimeLink,
    async close() {
      unsubscribe()
      streams.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function send(response: ServerResponse, { status, type, body, headers }: Reply, isLast = false): void {
  response.writeHead(status, {
    ...pageHeaders,
    'Content-Type': type,
    'Cache-Control': 'no-store',
    ...(status === 405 ? { Allow: 'GET, HEAD, POST' } : {}),
    ...(isLast ? { Connection: 'close' } : {}),
    ...headers,
  })
  response.end(body)
}

/** Node joins some repeated headers and drops others: what really came is in the raw list. */
function factsOf(request: IncomingMessage): RequestFacts {
  const headers = new Map<string, string[]>()
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = (request.rawHeaders[index] ?? '').toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), request.rawHeaders[index + 1] ?? ''])
  }
  return { method: request.method ?? '', target: request.url ?? '', headers }
}

function isKnown(request: IncomingMessage, access: Access): boolean {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined) return access.isToken(token)
  const cookie = (request.headers.cookie ?? '')
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${cookieName}=`))
  return cookie !== undefined && access.isSession(cookie.slice(cookieName.length + 1))
}
