import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTelegramReceiver, type TelegramReceiver } from '../../../main/adapters/telegram/receiver.ts'
import type { NewJournalEntry } from '../../../main/domain/journal-entry.ts'
import { OperatorError } from '../../../main/domain/operator-error.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { RecordedActions } from '../../support/recorded-actions.ts'
import { RecordedLog } from '../../support/recorded-log.ts'
import { dropMidAnswer } from '../../support/servers/http-server.ts'
import { refuse, TelegramServer } from '../../support/servers/telegram-server.ts'

const owner = 7
const stranger = 8
let server: TelegramServer
let receiver: TelegramReceiver | undefined
beforeEach(async () => {
  server = await new TelegramServer().start()
})
afterEach(async () => {
  await receiver?.stop()
  await server.stop()
})

function aReceiver(allowedUsers: readonly number[] = [owner]) {
  const clock = new FakeClock('2026-01-20T15:00:00Z')
  const actions = new RecordedActions()
  const log = new RecordedLog()
  const journal: NewJournalEntry[] = []
  const saved: { next: number | null } = { next: null }
  const memory = {
    nextUpdate: () => saved.next,
    saveNextUpdate: (id: number) => {
      saved.next = id
    },
  }
  const make = () =>
    createTelegramReceiver({
      settings: { token: server.token, apiRoot: server.url },
      allowedUsers,
      actions,
      memory,
      clock,
      logger: log,
      journal: (entry) => journal.push(entry),
    })
  receiver = make()
  const seconds = (minutesAgo = 0) => clock.now() / 1_000 - minutesAgo * 60
  return { clock, actions, log, journal, saved, make, receiver, seconds }
}

const answers = () => server.called('answerCallbackQuery')
/** Waits for a condition, letting the fake clock's pauses pass. */
const until = (condition: () => void, clock?: FakeClock) =>
  vi.waitFor(
    () => {
      clock?.advance(1_000)
      condition()
    },
    { timeout: 5_000, interval: 5 },
  )

describe('the Telegram receiver', () => {
  it('does not start for nobody, and says why', () => {
    const { receiver } = aReceiver([])
    expect(receiver.start()).toEqual({
      started: false,
      reason: 'channels.telegram.allowed_users is empty: add your numeric Telegram user id, or its buttons and commands work for nobody.',
    })
    expect(server.calls).toEqual([])
  })

  it('keeps what the owner writes, does what the owner asks, and answers', async () => {
    const { receiver, actions, seconds } = aReceiver()
    receiver.start()
    server.write(owner, 'call Ashley by Friday (!)', seconds())
    server.write(owner, '/done 2', seconds())
    server.press(owner, 'a:a-1')
    await until(() => expect(answers()).toHaveLength(1))
    expect(actions.asked).toEqual(['capture call Ashley by Friday (!) as telegram-1001', 'complete 2', 'acknowledge a-1'])
    expect(server.texts).toEqual(['Done: capture call Ashley by Friday (!) as telegram-1001.', 'Done: complete 2.'])
    expect(answers()).toMatchObject([{ text: 'Done: acknowledge a-1.' }])
  })

  it.each([
    ['/status', 'status'],
    ['/alerts', 'alerts'],
    ['/tasks', 'tasks'],
    ['/health', 'health'],
    ['/snooze 3', 'snooze alert 3 1h'],
    ['/snooze 3 tomorrow 9:00', 'snooze alert 3 tomorrow 9:00'],
  ])('%s asks for %s', async (text, asked) => {
    const { receiver, actions, seconds } = aReceiver()
    receiver.start()
    server.write(owner, text, seconds())
    await until(() => expect(actions.asked).toEqual([asked]))
  })

  it.each([
    ['d:a-1', 'complete the task of a-1'],
    ['s:a-1', 'snooze a-1 1h'],
  ])('the button %s asks for: %s', async (data, asked) => {
    const { receiver, actions } = aReceiver()
    receiver.start()
    server.press(owner, data)
    await until(() => expect(actions.asked).toEqual([asked]))
  })

  it('lists the commands on /help', async () => {
    const { receiver, seconds } = aReceiver()
    receiver.start()
    server.write(owner, '/help', seconds())
    await until(() => expect(server.texts[0]).toContain('/snooze NUMBER 2h'))
  })

  it('keeps a thought from while it was away, and calls a command of then too old', async () => {
    const { receiver, actions, seconds } = aReceiver()
    server.write(owner, 'an idea of yesterday', seconds(20 * 60))
    server.write(owner, '/done 2', seconds(20 * 60))
    receiver.start()
    await until(() => expect(server.texts).toHaveLength(2))
    expect(actions.asked).toEqual(['capture an idea of yesterday as telegram-1001'])
    expect(server.texts[1]).toBe('Too old: "/done 2" was sent more than 10 minutes ago. Send it again if it still holds.')
  })

  it('gives strangers no answer, and the journal an entry', async () => {
    const { receiver, actions, journal, seconds } = aReceiver()
    receiver.start()
    server.write(stranger, 'hello?', seconds())
    server.write(stranger, '/status', seconds())
    server.press(stranger, 'a:a-1')
    server.write(owner, '/status', seconds())
    await until(() => expect(server.texts).toHaveLength(1))
    expect(actions.asked).toEqual(['status'])
    expect(answers()).toEqual([])
    expect(journal).toMatchObject([{ type: 'stranger', source: 'telegram', data: { user_id: stranger } }])
    expect(JSON.stringify(journal)).not.toContain('hello?')
  })

  it('says what could not be done, in words', async () => {
    const { receiver, actions, seconds } = aReceiver()
    actions.fail = new OperatorError('not_found', 'There is no open alert 9. /alerts lists them.')
    receiver.start()
    server.write(owner, '/snooze 9', seconds())
    await until(() => expect(server.texts).toEqual(['There is no open alert 9. /alerts lists them.']))
  })

  it('asks again for a thought that could not be kept', async () => {
    const { receiver, actions, clock, seconds } = aReceiver()
    actions.fail = new OperatorError('disk_full', 'The disk is full.')
    receiver.start()
    server.write(owner, 'an idea', seconds())
    await until(() => expect(server.called('getUpdates').length).toBeGreaterThan(2), clock)
    actions.fail = null
    await until(() => expect(actions.asked).toEqual(['capture an idea as telegram-1001']), clock)
  })

  it('goes on where it was after a restart', async () => {
    const { receiver: first, actions, saved, make, seconds } = aReceiver()
    first.start()
    server.write(owner, 'one', seconds())
    await until(() => expect(saved.next).toBe(1_002))
    await first.stop()
    server.write(owner, 'two', seconds())
    receiver = make()
    receiver.start()
    await until(() => expect(saved.next).toBe(1_003))
    expect(actions.asked).toEqual(['capture one as telegram-1001', 'capture two as telegram-1002'])
  })

  it('outlives a server in trouble and an answer cut off in the middle', async () => {
    const { receiver, actions, clock, log, seconds } = aReceiver()
    let trouble = 0
    server.interference = (method, _, response) => {
      trouble += 1
      if (method !== 'getUpdates' || trouble > 3) return false
      if (trouble === 1) refuse(response, 502, 'Bad Gateway')
      else if (trouble === 2) refuse(response, 429, 'Too Many Requests', { retry_after: 5 })
      else dropMidAnswer(response)
      return true
    }
    receiver.start()
    server.write(owner, 'still here', seconds())
    await until(() => expect(actions.asked).toHaveLength(1), clock)
    expect(log.lines.map((line) => line.event)).toEqual(Array(3).fill('telegram_receiver_waits'))
    expect(JSON.stringify(log.lines)).not.toContain('planted')
  })

  it('does what was asked once, even when the answer cannot be sent', async () => {
    const { receiver, actions, saved, seconds } = aReceiver()
    server.interference = (method, _, response) => {
      if (method !== 'sendMessage') return false
      refuse(response, 403, 'Forbidden: bot was blocked by the user')
      return true
    }
    receiver.start()
    server.write(owner, '/done 1', seconds())
    await until(() => expect(saved.next).toBe(1_002))
    expect(actions.asked).toEqual(['complete 1'])
  })

  it('skips an update it cannot read', async () => {
    const { receiver, actions, seconds } = aReceiver()
    server.interference = (method, parameters, response) => {
      if (method !== 'getUpdates' || parameters['offset'] !== undefined) return false
      response.writeHead(200).end('{"ok":true,"result":[{"update_id":1000,"message":{"date":"yesterday"}}]}')
      return true
    }
    receiver.start()
    server.write(owner, 'after it', seconds())
    await until(() => expect(actions.asked).toHaveLength(1))
  })
})
