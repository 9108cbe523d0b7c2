import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
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
    expect([0, 413]).toContain((await rawRequest(http.port, head + body)).status)
    expect((await operator.handlers['captures:list']({ show: 'all', before: null, limit: 10 })).captures).toEqual([])
    expect((await fetch(`http://127.0.0.1:${http.port}/health`)).status).toBe(200)
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
