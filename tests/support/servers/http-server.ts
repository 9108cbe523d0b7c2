import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type Answer = (request: SeenRequest, response: ServerResponse) => void

/** A server on 127.0.0.1 that keeps what it was asked and answers as told. */
export class HttpServer {
  readonly requests: SeenRequest[] = []
  readonly #server = createServer((request, response) => void this.#receive(request, response))
  answer: Answer

  constructor(answer: Answer) {
    this.answer = answer
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve)
    })
    return this
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

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const seen = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    this.requests.push(seen)
    this.answer(seen, response)
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  document: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(document))
}

/** Begins an answer and drops the connection in the middle of it. */
export function dropMidAnswer(response: ServerResponse, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': '1000' })
  response.write('{"ok":true,', () => response.destroy())
}
