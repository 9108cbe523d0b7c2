import { describe, expect, it } from 'vitest'
import { buttonActions, callbackData, parseCallbackData } from '../../../../main/adapters/telegram/callback-data.ts'
import { buttonsFor } from '../../../../main/adapters/telegram/telegram-channel.ts'
import { aMessage } from '../../../support/message-builder.ts'

describe("a button's data", () => {
  it.each(buttonActions)('says %s of an alert and is read back', (action) => {
    const data = callbackData(action, 'a-01k3zzzzzzzzzzzzzzzzzzzzzz')
    expect(parseCallbackData(data ?? '')).toEqual({ action, alertId: 'a-01k3zzzzzzzzzzzzzzzzzzzzzz' })
  })

  it('is at most 64 bytes, or there is no button', () => {
    expect(callbackData('done', 'x'.repeat(62))).toHaveLength(64)
    expect(callbackData('done', 'x'.repeat(63))).toBeNull()
    expect(callbackData('done', 'ä'.repeat(32))).toBeNull()
  })

  it.each(['', 'a', 'a:', 'z:a-1', 'ack'])('that this program did not write is nothing: %j', (data) => {
    expect(parseCallbackData(data)).toBeNull()
  })
})

const texts = (...[change]: Parameters<typeof aMessage>) => buttonsFor(aMessage(change)).map((button) => button.text)

describe('the buttons', () => {
  it('offer Done only for a task', () => {
    expect(texts({ subject: { kind: 'promise', id: 'p-1' } })).toEqual(['Acknowledge', 'Snooze 1 h'])
    expect(texts({ subject: { kind: 'task', id: 't-1' } })).toEqual(['Acknowledge', 'Snooze 1 h', 'Done'])
  })

  it('are absent where one press could mean several alerts', () => {
    const telling = { alertId: 'a-1', key: 'k', severity: 'high', members: [] } as const
    expect(texts({ tells: [telling, { ...telling, alertId: 'a-2' }] })).toEqual([])
    expect(texts({ kind: 'morning_summary', tells: [telling] })).toEqual([])
    expect(texts({ kind: 'test', tells: [] })).toEqual([])
  })
})
