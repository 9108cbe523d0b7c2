import { describe, expect, it } from 'vitest'
import { intentOf, type Update } from '../../../../main/adapters/telegram/updates.ts'

const now = Date.parse('2026-01-20T15:00:00Z')
const allowed = new Set([7])
const minutesAgo = (minutes: number) => now / 1_000 - minutes * 60

function written(text: string, change: { readonly from?: number; readonly date?: number } = {}): Update {
  const { from = 7, date = minutesAgo(0) } = change
  return { update_id: 9, message: { date, chat: { id: 5 }, from: { id: from }, text } }
}

const press = (data: string): Update => ({ update_id: 9, callback_query: { id: 'q', from: { id: 7 }, data } })

describe('what an update asks for', () => {
  it.each([
    ['/status', 'status', ''],
    ['/Done 2', 'done', '2'],
    ['/done@thanos_bot Memphis report', 'done', 'Memphis report'],
    ['/snooze 1\n2h', 'snooze', '1\n2h'],
    ['/start', 'help', ''],
  ])('%j is the command %s %j', (text, command, argument) => {
    expect(intentOf(written(text), allowed, now)).toEqual({ kind: 'command', chat: 5, command, argument })
  })

  it.each([
    [9, 'command'],
    [10, 'command'],
    [10.02, 'too_old'],
    [600, 'too_old'],
  ])('a command %d minutes old is %s', (minutes, kind) => {
    expect(intentOf(written('/done 2', { date: minutesAgo(minutes) }), allowed, now)).toMatchObject({ kind })
  })

  it('plain text is a capture however old it is, with a key of its own', () => {
    const capture = { kind: 'capture', chat: 5, text: 'call Ashley', key: 'telegram-9' }
    expect(intentOf(written(' call Ashley '), allowed, now)).toEqual(capture)
    expect(intentOf(written('call Ashley', { date: minutesAgo(2_000) }), allowed, now)).toEqual(capture)
  })

  it.each(['/unknown', '/', '/7'])('%j is no command', (text) => {
    expect(intentOf(written(text), allowed, now)).toMatchObject({ kind: 'unknown_command' })
  })

  it('a stranger is a stranger whatever is sent or pressed', () => {
    expect(intentOf(written('/status', { from: 8 }), allowed, now)).toEqual({ kind: 'stranger', userId: 8 })
    expect(intentOf(written('hello', { from: -7 }), allowed, now)).toEqual({ kind: 'stranger', userId: -7 })
    const pressed = { update_id: 9, callback_query: { id: 'q', from: { id: 8 }, data: 'a:a-1' } }
    expect(intentOf(pressed, allowed, now)).toEqual({ kind: 'stranger', userId: 8 })
  })

  it('a press names the action and the alert', () => {
    expect(intentOf(press('s:a-1'), allowed, now)).toEqual({ kind: 'press', queryId: 'q', action: 'snooze', alertId: 'a-1' })
    expect(intentOf(press('old button'), allowed, now)).toEqual({ kind: 'unknown_button', queryId: 'q' })
  })

  it('a post without a sender, as in a channel, is nothing', () => {
    expect(intentOf({ update_id: 9, message: { date: 1, chat: { id: 5 }, text: 'hi' } }, allowed, now)).toEqual({ kind: 'nothing' })
  })
})
