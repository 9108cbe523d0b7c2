import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { rawRequest, servedOperator } from '../../support/served-operator.ts'

const lines = (...all: readonly string[]) => [...all, '', ''].join('\r\n')

function opened(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.on('error', () => socket.destroy())
    onTestFinished(() => void socket.destroy())
  })
}

describe('the HTTP server against raw sockets', () => {
  it('answers everybody else while a hundred clients send their headers a byte at a time', async () => {
    const { http } = await servedOperator()
    const slow = await Promise.all(Array.from({ length: 100 }, () => opened(http.port)))
    for (const socket of slow) socket.write('GET /health HTTP/1.1\r\nHost')
    expect((await fetch(`http://127.0.0.1:${http.port}/health`)).status).toBe(200)
    expect(slow.every((socket) => !socket.destroyed)).toBe(true)
  })

  it('hangs up on headers that never end', { timeout: 30_000 }, async () => {
    const { http } = await servedOperator()
    // The server's own patience is ten seconds; nothing here waits for anything but its answer.
    expect((await rawRequest(http.port, 'GET /health HTTP/1.1\r\nHost: 127')).status).toBe(408)
  })

  it('refuses headers beyond 16 kB', async () => {
    const { http } = await servedOperator()
    const request = lines('GET /health HTTP/1.1', `Host: 127.0.0.1:${http.port}`, `X-Large: ${'x'.repeat(20_000)}`)
    expect((await rawRequest(http.port, request)).status).toBe(431)
  })

  it.each([
    ['names its length', (body: string) => [`Content-Length: ${body.length}`, body] as const],
    ['comes in chunks', (body: string) => ['Transfer-Encoding: chunked', `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`] as const],
  ])('refuses a body beyond its bound that %s, and changes nothing', async (_how, framed) => {
    const { http, operator, token } = await servedOperator()
    const [framing, body] = framed(JSON.stringify({ text: 'x'.repeat(2_000_000) }))
    const head = lines(
      'POST /api/captures:add HTTP/1.1',
      `Host: 127.0.0.1:${http.port}`,
      `Authorization: Bearer ${token}`,
      'X-Thanos-Request: 1',
      'Content-Type: application/json',
      'Connection: close',
      framing,
    )
    expect((await rawRequest(http.port, head + body)).status).toBe(413)
    expect((await operator.handlers['captures:list']({ show: 'all', before: null, limit: 10 })).captures).toEqual([])
    expect((await fetch(`http://127.0.0.1:${http.port}/health`)).status).toBe(200)
  })

  it.each([
    'http://evil.example/health',
    'http://127.0.0.1:PORT/health',
    '//evil.example/health',
    '//[/',
    'http://[',
    '*',
    'health',
    '/\\xc0\\xae\\xc0\\xae/',
  ])('takes no target but a path of its own: %s', async (written) => {
    const { http, token } = await servedOperator()
    const target = written
      .replace('PORT', String(http.port))
      .replaceAll(/\\x(..)/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    const request = lines(`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${http.port}`, `Authorization: Bearer ${token}`, 'Connection: close')
    expect((await rawRequest(http.port, Buffer.from(request, 'latin1'))).status).toBe(400)
  })

  it.each(['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('knows no %s', async (method) => {
    const { http } = await servedOperator()
    const answer = await rawRequest(http.port, lines(`${method} /health HTTP/1.1`, `Host: 127.0.0.1:${http.port}`, 'Connection: close'))
    expect([answer.status, /^Allow: .*$/m.exec(answer.text)?.[0].trim()]).toEqual([405, 'Allow: GET, HEAD, POST'])
  })

  it('is nobody’s proxy and speaks no other protocol', async () => {
    const { http, token } = await servedOperator()
    expect((await rawRequest(http.port, lines('CONNECT evil.example:443 HTTP/1.1', `Host: 127.0.0.1:${http.port}`))).status).toBe(0)
    const upgrade = ['Upgrade: websocket', 'Connection: Upgrade, close', 'Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 13']
    const answer = await rawRequest(
      http.port,
      lines('GET /health HTTP/1.1', `Host: 127.0.0.1:${http.port}`, `Authorization: Bearer ${token}`, ...upgrade),
    )
    expect(answer.status).toBe(200)
  })

  it('answers pipelined requests in order, each judged by itself, and none after one that it refused', async () => {
    const { http } = await servedOperator()
    const own = `Host: 127.0.0.1:${http.port}`
    const statuses = async (...requests: readonly string[]) =>
      [...(await rawRequest(http.port, requests.join(''))).text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status))
    const last = lines('GET /health HTTP/1.1', own, 'Connection: close')
    expect(await statuses(lines('GET /health HTTP/1.1', own), lines('GET /metrics HTTP/1.1', own), last)).toEqual([200, 401, 200])
    expect(await statuses(lines('GET /health HTTP/1.1', 'Host: evil.example'), last)).toEqual([421])
  })

  it('does not take what is left of a refused body for a request', async () => {
    const { http, operator, token } = await servedOperator()
    const own = [`Host: 127.0.0.1:${http.port}`, 'X-Thanos-Request: 1', 'Content-Type: application/json']
    const inner = lines('POST /api/tasks:add HTTP/1.1', ...own, `Authorization: Bearer ${token}`, 'Content-Length: 19').concat(
      '{"text":"Smuggled"}',
    )
    const outer = lines('POST /api/tasks:add HTTP/1.1', ...own, `Content-Length: ${inner.length + 5_000}`).concat(inner)
    const { text } = await rawRequest(http.port, outer)
    expect([...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status)).toEqual(['401'])
    expect(text).toMatch(/^Connection: close\r$/m)
    expect((await operator.handlers['tasks:list']({ view: 'all', limit: 10 })).tasks).toEqual([])
  })

  it('ends every open window’s stream when it stops', async () => {
    const { http, token } = await servedOperator()
    const sockets = await Promise.all([opened(http.port), opened(http.port)])
    const heard = sockets.map(() => '')
    for (const [index, socket] of sockets.entries()) {
      socket.on('data', (data: Buffer) => (heard[index] += data.toString()))
      socket.write(lines('GET /api/events HTTP/1.1', `Host: 127.0.0.1:${http.port}`, `Authorization: Bearer ${token}`))
    }
    await vi.waitFor(() => expect(heard.every((text) => text.startsWith('HTTP/1.1 200'))).toBe(true))
    const ended = sockets.map((socket) => once(socket, 'close'))
    await http.close()
    await Promise.all(ended)
  })

  it('refuses a body beyond its bound by its announcement alone, before any of it is sent', async () => {
    const { http, token } = await servedOperator()
    const head = lines(
      'POST /api/captures:add HTTP/1.1',
      `Host: 127.0.0.1:${http.port}`,
      `Authorization: Bearer ${token}`,
      'X-Thanos-Request: 1',
      'Content-Type: application/json',
      'Content-Length: 1000001',
    )
    expect((await rawRequest(http.port, head)).status).toBe(413)
  })

  it.runIf(process.platform === 'linux')('is there under no other address of this machine', async () => {
    const { http } = await servedOperator()
    for (const address of ['127.0.0.2', '::1']) {
      const refused = new Promise((resolve) => {
        const socket = connect(http.port, address, () => resolve('connected'))
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
        onTestFinished(() => void socket.destroy())
      })
      expect(['ECONNREFUSED', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'], address).toContain(await refused)
    }
  })

  it.each([
    ['nonsense', 'HELLO\r\n\r\n'],
    ['two lengths that disagree', 'POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length and chunks at once',
      'POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['TLS', Buffer.from([0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0])],
  ])('refuses %s and stays up', async (_what, request) => {
    const { http } = await servedOperator()
    expect((await rawRequest(http.port, request)).status).toBe(400)
    expect((await fetch(`http://127.0.0.1:${http.port}/health`)).status).toBe(200)
  })
})
