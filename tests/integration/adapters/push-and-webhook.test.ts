import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPushChannel } from '../../../main/adapters/push/push-channel.ts'
import { createWebhookChannel } from '../../../main/adapters/webhook/webhook-channel.ts'
import type { Severity } from '../../../main/domain/severity.ts'
import type { Channel } from '../../../main/ports/channel.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { aMessage } from '../../support/message-builder.ts'
import { dropMidAnswer, HttpServer, sendJson } from '../../support/servers/http-server.ts'

const clock = new FakeClock('2026-01-20T15:00:00Z')
const context = { deduplicationKey: 'a-1 1 high push', signal: new AbortController().signal }
let server: HttpServer
beforeEach(async () => {
  server = await new HttpServer((_, response) => sendJson(response, 200, { id: 'n-1', event: 'message' })).start()
})
afterEach(() => server.stop())

const lastBody = () => JSON.parse(server.requests.at(-1)?.body ?? '{}') as Record<string, unknown>

const aPushChannel = (token: string | null = 'tk_secret') => createPushChannel({ url: server.url, topic: 'thanos', token }, clock)
const aWebhook = (secret: string | null = 'planted-secret') =>
  createWebhookChannel({ url: `${server.url}/hook?key=planted-key`, secret }, clock)

describe('the push channel', () => {
  it("publishes as ntfy's JSON and keeps the message's id", async () => {
    expect(await aPushChannel().deliver(aMessage(), context)).toEqual({ outcome: 'delivered', receipt: 'n-1' })
    expect(lastBody()).toEqual({
      topic: 'thanos',
      title: 'Memphis report is 2 days late',
      message: 'Move it or do it first.',
      priority: 4,
    })
    expect(server.requests[0]).toMatchObject({ method: 'POST', path: '/', headers: { authorization: 'Bearer tk_secret' } })
  })

  it.each([
    ['info', 1],
    ['low', 2],
    ['medium', 3],
    ['high', 4],
    ['critical', 5],
  ] as const)('gives %s the priority %i', async (severity: Severity, priority) => {
    await aPushChannel(null).deliver(aMessage({ severity }), context)
    expect(lastBody()).toMatchObject({ priority })
    expect(server.requests[0]?.headers.authorization).toBeUndefined()
  })

  it('shortens what is over 4,096 bytes, with a mark', async () => {
    await aPushChannel().deliver(aMessage({ body: 'ä'.repeat(3_000) }), context)
    const message = String(lastBody()['message'])
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(4_096)
    expect(message).toMatch(/^ä{2000,}… \(shortened\)$/)
  })

  it('keeps a delivery whose receipt was cut off', async () => {
    server.answer = (_, response) => dropMidAnswer(response)
    expect(await aPushChannel().deliver(aMessage(), context)).toEqual({ outcome: 'delivered', receipt: null })
  })
})

describe('the webhook channel', () => {
  it('posts the alert, signed so that the receiver can check it', async () => {
    await aWebhook().deliver(aMessage({ subject: { kind: 'task', id: 't-17' } }), context)
    const [request] = server.requests
    const timestamp = String(request?.headers['x-thanos-timestamp'])
    const expected = createHmac('sha256', 'planted-secret').update(`${timestamp}.${request?.body}`).digest('hex')
    expect(request?.headers['x-thanos-signature']).toBe(`sha256=${expected}`)
    expect(timestamp).toBe(String(Date.parse('2026-01-20T15:00:00Z') / 1_000))
    expect(lastBody()).toEqual({
      id: 'a-1 1 high push',
      kind: 'alert',
      severity: 'high',
      title: 'Memphis report is 2 days late',
      body: 'Move it or do it first.',
      subject: { kind: 'task', id: 't-17' },
      at: '2026-01-20T15:00:00.000Z',
      alerts: [{ id: 'a-1', key: 'task:overdue', severity: 'high', members: [] }],
    })
  })

  it('signs nothing without a secret', async () => {
    await aWebhook(null).deliver(aMessage(), context)
    expect(server.requests[0]?.headers['x-thanos-signature']).toBeUndefined()
  })

  it('gives every attempt at one message the same idempotency key', async () => {
    await aWebhook().deliver(aMessage(), context)
    await aWebhook().deliver(aMessage(), context)
    const keys = server.requests.map((request) => request.headers['idempotency-key'])
    expect(new Set(keys).size).toBe(1)
  })
})

describe('an answer over HTTP', () => {
  const channels: readonly [string, () => Channel][] = [
    ['push', () => createPushChannel({ url: server.url, topic: 'thanos', token: 'planted-secret' }, clock)],
    ['webhook', () => createWebhookChannel({ url: `${server.url}/?key=planted-secret`, secret: 'planted-secret' }, clock)],
  ]

  describe.each(channels)('to %s', (_, make) => {
    it.each([
      [200, {}, { outcome: 'delivered' }],
      [204, {}, { outcome: 'delivered' }],
      [302, { location: 'https://elsewhere.example/' }, { outcome: 'rejected' }],
      [400, {}, { outcome: 'rejected' }],
      [401, {}, { outcome: 'rejected' }],
      [413, {}, { outcome: 'rejected' }],
      [408, {}, { outcome: 'retry', afterMs: null }],
      [429, { 'retry-after': '30' }, { outcome: 'retry', afterMs: 30_000 }],
      [503, { 'retry-after': 'Tue, 20 Jan 2026 15:01:00 GMT' }, { outcome: 'retry', afterMs: 60_000 }],
      [503, { 'retry-after': 'soon' }, { outcome: 'retry', afterMs: null }],
      [500, {}, { outcome: 'retry', afterMs: null }],
    ] as const)('with status %i and %j is %j', async (status, headers, expected) => {
      server.answer = (_, response) => void response.writeHead(status, headers).end()
      const result = await make().deliver(aMessage(), context)
      expect(result).toMatchObject(expected)
      expect(server.requests).toHaveLength(1)
      expect(JSON.stringify(result)).not.toContain('planted')
    })

    it('that never begins is tried again, and no address is named', async () => {
      server.answer = (_, response) => void response.destroy()
      const dropped = await make().deliver(aMessage(), context)
      const channel = make()
      await server.stop()
      const refused = await channel.deliver(aMessage(), context)
      await server.start()
      expect([dropped, refused]).toMatchObject([{ outcome: 'retry' }, { outcome: 'retry' }])
      expect(JSON.stringify([dropped, refused])).not.toMatch(/planted|127\.0/)
    })
  })
})
