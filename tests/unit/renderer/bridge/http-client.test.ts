import { describe, expect, it } from 'vitest'
import { httpClient } from '../../../../renderer/bridge/http-client.ts'

function answering(response: () => Response | Promise<Response>) {
  const sent: { url: string; init: RequestInit | undefined }[] = []
  const stream = new EventTarget()
  const client = httpClient(
    async (url, init) => {
      sent.push({ url: url instanceof Request ? url.url : String(url), init })
      return response()
    },
    () => stream,
  )
  return { client, sent, stream }
}

describe('the HTTP bridge', () => {
  it('posts JSON with the header that another site cannot send', async () => {
    const { client, sent } = answering(() => Response.json({ ok: true, value: { muted: [] } }))
    await expect(client.call('rules:unmute', { rule: 'sleep' })).resolves.toEqual({ muted: [] })
    expect(sent[0]?.url).toBe('/api/rules:unmute')
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{"rule":"sleep"}', headers: { 'X-Thanos-Request': '1' } })
  })

  it('turns a refusal into words', async () => {
    const { client } = answering(() => Response.json({ ok: false, error: { code: 'not_found', message: 'There is no alert x.' } }))
    await expect(client.call('alerts:get', { id: 'x' })).rejects.toMatchObject({ code: 'not_found', message: 'There is no alert x.' })
  })

  it('says that the operator is away when nothing answers', async () => {
    const { client } = answering(() => Promise.reject(new TypeError('fetch failed')))
    await expect(client.call('status:get', {})).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('says so when the answer is not JSON', async () => {
    const { client } = answering(() => new Response('<html>', { status: 502 }))
    await expect(client.call('status:get', {})).rejects.toMatchObject({ code: 'malformed' })
  })

  it('hears events until it stops listening', () => {
    const { client, stream } = answering(() => Response.json({}))
    const heard: unknown[] = []
    const stop = client.on('changed', (event) => heard.push(event))
    stream.dispatchEvent(new MessageEvent('changed', { data: '{"topics":["alerts"]}' }))
    stop()
    stream.dispatchEvent(new MessageEvent('changed', { data: '{"topics":["tasks"]}' }))
    expect(heard).toEqual([{ topics: ['alerts'] }])
  })
})
