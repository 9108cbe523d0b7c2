import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTelegramChannel } from '../../../main/adapters/telegram/telegram-channel.ts'
import { aMessage } from '../../support/message-builder.ts'
import { dropMidAnswer } from '../../support/servers/http-server.ts'
import { refuse, TelegramServer } from '../../support/servers/telegram-server.ts'

const context = (key = 'k-1') => ({ deduplicationKey: key, signal: new AbortController().signal })
let server: TelegramServer
beforeEach(async () => {
  server = await new TelegramServer().start()
})
afterEach(() => server.stop())

const aChannel = (token = server.token) => createTelegramChannel({ token, chatId: '42', apiRoot: `${server.url}/` })

describe('the Telegram channel', () => {
  it('sends title and body with buttons, and keeps which message it was', async () => {
    const result = await aChannel().deliver(aMessage({ subject: { kind: 'task', id: 't-17' } }), context())
    expect(result).toEqual({ outcome: 'delivered', receipt: '{"chat":"42","ids":[1]}' })
    expect(server.messages.get(1)).toMatchObject({ chat: '42', text: 'Memphis report is 2 days late\n\nMove it or do it first.' })
    expect(server.messages.get(1)?.buttons.map((button) => button.text)).toEqual(['Acknowledge', 'Snooze 1 h', 'Done'])
  })

  it('sends every character that MarkdownV2 reserves as it is', async () => {
    const everything = String.raw`_*[]()~` + '`' + String.raw`>#+-=|{}.!\ <b>&amp;</b> @all 🏳️‍🌈`
    await aChannel().deliver(aMessage({ title: everything, body: everything }), context())
    expect(server.texts).toEqual([`${everything}\n\n${everything}`])
  })

  it('goes on from the piece that failed instead of repeating those that went out', async () => {
    const channel = aChannel()
    const message = aMessage({ body: 'A sentence of the report. '.repeat(600) })
    server.interference = (method, _, response) => {
      if (method !== 'sendMessage' || server.messages.size !== 2) return false
      refuse(response, 502, 'Bad Gateway')
      return true
    }
    expect(await channel.deliver(message, context())).toMatchObject({ outcome: 'retry' })
    server.interference = () => false
    expect(await channel.deliver(message, context())).toMatchObject({ outcome: 'delivered' })
    const whole = server.texts.join(' ').replace(/\s+/g, ' ')
    expect(whole.split('A sentence of the report.').length - 1).toBe(600)
    expect([...server.messages.values()].map((each) => each.buttons.length > 0)).toEqual([false, false, false, true])
  })

  it('waits as long as Telegram asks', async () => {
    server.interference = (_, __, response) => {
      refuse(response, 429, 'Too Many Requests: retry after 7', { retry_after: 7 })
      return true
    }
    expect(await aChannel().deliver(aMessage(), context())).toEqual({
      outcome: 'retry',
      reason: 'Telegram asks to wait 7 s',
      afterMs: 7_000,
    })
  })

  it.each([
    [400, 'Bad Request: chat not found', { outcome: 'rejected', reason: 'Telegram refused it (400): Bad Request: chat not found' }],
    [403, 'Forbidden: bot was blocked by the user', { outcome: 'rejected' }],
    [404, 'Not Found', { outcome: 'rejected', reason: 'Telegram does not know this bot: check the token' }],
    [500, 'Internal Server Error', { outcome: 'retry', afterMs: null }],
  ] as const)('takes %i %s for what it is', async (code, description, expected) => {
    server.interference = (_, __, response) => {
      refuse(response, code, description)
      return true
    }
    expect(await aChannel().deliver(aMessage(), context())).toMatchObject(expected)
  })

  it('tries again after an answer cut off in the middle, and names no address', async () => {
    server.interference = (_, __, response) => {
      dropMidAnswer(response)
      return true
    }
    const cut = await aChannel().deliver(aMessage(), context())
    expect(cut).toEqual({ outcome: 'retry', reason: 'Telegram could not be reached', afterMs: null })
  })

  it('never repeats the token, whatever the server or the network says', async () => {
    const channel = aChannel()
    server.interference = (_, __, response) => {
      refuse(response, 400, `Bad Request: /bot${server.token}/sendMessage`)
      return true
    }
    const answers = [await channel.deliver(aMessage(), context())]
    await server.stop()
    answers.push(await channel.deliver(aMessage(), context()))
    await server.start()
    expect(JSON.stringify(answers)).not.toContain('planted-secret')
    expect(answers).toMatchObject([{ outcome: 'rejected' }, { outcome: 'retry' }])
  })

  it('rewrites what was sent, without buttons and in one piece', async () => {
    const channel = aChannel()
    const sent = await channel.deliver(aMessage({ body: 'word '.repeat(2_000) }), context())
    const receipt = sent.outcome === 'delivered' ? (sent.receipt ?? '') : ''
    const resolved = aMessage({ title: 'Resolved: Memphis report', body: '' })
    const signal = new AbortController().signal
    expect(await channel.edit?.(receipt, resolved, signal)).toMatchObject({ outcome: 'delivered' })
    expect([...server.messages.values()]).toEqual([
      { chat: '42', raw: '*Resolved: Memphis report*', text: 'Resolved: Memphis report', buttons: [] },
    ])
    expect(await channel.edit?.('{"chat":"42","ids":[1]}', resolved, signal)).toMatchObject({ outcome: 'delivered' })
    expect(await channel.edit?.('{"chat":"42","ids":[77]}', resolved, signal)).toMatchObject({ outcome: 'rejected' })
    expect(await channel.edit?.('not a receipt', resolved, signal)).toMatchObject({ outcome: 'rejected' })
  })

  it('takes at least the buttons off pieces that are too old to be deleted', async () => {
    const channel = aChannel()
    const sent = await channel.deliver(aMessage({ body: 'word '.repeat(2_000) }), context())
    const receipt = sent.outcome === 'delivered' ? (sent.receipt ?? '') : ''
    server.interference = (method, _, response) => {
      if (method !== 'deleteMessages') return false
      refuse(response, 400, "Bad Request: message can't be deleted")
      return true
    }
    const resolved = aMessage({ title: 'Resolved: Memphis report', body: '' })
    expect(await channel.edit?.(receipt, resolved, new AbortController().signal)).toMatchObject({ outcome: 'delivered' })
    expect([...server.messages.values()].flatMap(({ buttons }) => buttons)).toEqual([])
  })

  it('takes back what was sent', async () => {
    const channel = aChannel()
    await channel.deliver(aMessage(), context())
    expect(await channel.withdraw?.('{"chat":"42","ids":[1]}', new AbortController().signal)).toMatchObject({ outcome: 'delivered' })
    expect(server.messages.size).toBe(0)
  })

  it('stops in the middle of a call when told to', async () => {
    const stop = new AbortController()
    server.interference = () => {
      stop.abort()
      return true
    }
    expect(await aChannel().deliver(aMessage(), { deduplicationKey: 'k', signal: stop.signal })).toMatchObject({ outcome: 'retry' })
  })
})
