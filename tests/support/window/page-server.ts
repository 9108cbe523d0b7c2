import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { contract } from '../../../shared/ipc/contract.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { invokeNames } from '../../../shared/ipc/channels.ts'
import type { Topic } from '../../../shared/ipc/topics.ts'

/** Exactly what the product sends: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

export type PageServer = {
  readonly url: string
  readonly publish: (topics: readonly Topic[]) => void
  /** Refuses the next request to this channel with these words, once. */
  readonly refuseNext: (name: string, message: string) => void
  /** Cuts every event stream and refuses new ones until called with false: the operator went away. */
  readonly away: (away: boolean) => void
  readonly close: () => Promise<void>
}

/** Serves the built pages and answers the contract from `handlers`, as the operator's own HTTP host does. */
export async function servePages(folder: string, handlers: Handlers): Promise<PageServer> {
  const streams = new Set<ServerResponse>()
  const refusals = new Map<string, string>()
  let isAway = false

  const events = (response: ServerResponse) => {
    if (isAway) {
      response.destroy()
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write('retry: 300\n\n')
    streams.add(response)
    response.on('close', () => streams.delete(response))
  }
  const answer = async (request: IncomingMessage, response: ServerResponse, name: string) => {
    const reply = (body: unknown) => {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    const refusal = refusals.get(name)
    refusals.delete(name)
    if (isAway) response.destroy()
    else if (refusal !== undefined) reply({ ok: false, error: { code: 'refused', message: refusal } })
    else reply(await run(handlers, name, await bodyOf(request)))
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/api/events') events(response)
    else if (path.startsWith('/api/')) void answer(request, response, path.slice('/api/'.length))
    else void sendFile(folder, path, response)
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    publish: (topics) => {
      for (const stream of streams) stream.write(`event: changed\ndata: ${JSON.stringify({ topics })}\n\n`)
    },
    refuseNext: (name, message) => refusals.set(name, message),
    away: (away) => {
      isAway = away
      if (away) for (const stream of streams) stream.destroy()
    },
    close: async () => {
      for (const stream of streams) stream.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function run(handlers: Handlers, name: string, body: unknown): Promise<unknown> {
  const known = invokeNames.find((one) => one === name)
  if (known === undefined) return { ok: false, error: { code: 'unknown_channel', message: `There is no channel ${name}.` } }
  try {
    const input = contract[known].input.parse(body)
    // One channel's handler with the same channel's input; the compiler sees only the union of all.
    const handler = handlers[known] as (input: unknown) => unknown
    return { ok: true, value: contract[known].output.parse(await handler(input)) }
  } catch (error) {
    return { ok: false, error: { code: 'refused', message: error instanceof Error ? error.message : String(error) } }
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

async function sendFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const file = join(folder, normalize(path === '/' ? '/index.html' : path))
  const found = await stat(file).catch(() => null)
  if (found === null || !found.isFile()) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
  })
  createReadStream(file).pipe(response)
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
