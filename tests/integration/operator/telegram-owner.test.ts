import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveReadings } from '../../../main/store/readings.ts'
import { findTask, insertTask } from '../../../main/store/tasks.ts'
import { aTask } from '../../support/records.ts'
import { TelegramServer } from '../../support/servers/telegram-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { morning, testOperator } from '../../support/test-operator.ts'

const owner = 7
let telegram: TelegramServer
beforeEach(async () => {
  telegram = await new TelegramServer().start()
})
afterEach(() => telegram.stop())

async function aRunningOperator(allowed = `[${owner}]`) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'config'))
  const text = `channels:\n  telegram: { enabled: true, api_root: "${telegram.url}", allowed_users: ${allowed} }\n`
  writeFileSync(join(folder, 'config', 'operator.yaml'), text)
  const environment = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_CHAT_ID: String(owner) }
  const opened = await testOperator({ folder, environment })
  return opened
}

const write = (text: string) => telegram.write(owner, text, morning / 1_000)
const answered = (text: string | RegExp) => vi.waitFor(() => expect(telegram.texts.at(-1)).toMatch(text), { timeout: 5_000 })

describe('the owner, from a phone', () => {
  it('acknowledges with a button: the one alert changes, and the message says so', async () => {
    const { operator, db } = await aRunningOperator()
    saveReadings(db, [{ metric: 'readiness', day: '2026-01-20', value: 48, source: 'csv', readAt: morning, basisMinutes: null }])
    await operator.start()
    await operator.check()
    const [message] = [...telegram.messages.values()]
    telegram.press(owner, message?.buttons[0]?.callback_data ?? '')
    await vi.waitFor(() => expect(telegram.texts[0]).toMatch(/^Acknowledged: /))
    const { alert } = await operator.handlers['alerts:get']({ id: 'health:readiness:2026-01-20' })
    expect(alert.state).toBe('acknowledged')
    expect(telegram.called('answerCallbackQuery')).toMatchObject([{ text: expect.stringMatching(/^Acknowledged: /) }])
  })

  it('captures, asks, completes and snoozes in words', async () => {
    const { operator, db } = await aRunningOperator()
    insertTask(db, aTask({ id: 't-1', title: 'Memphis report' }))
    insertTask(db, aTask({ id: 't-2', title: 'Call the bank' }))
    await operator.start()
    await operator.check()
    await vi.waitFor(() => expect(telegram.texts).toHaveLength(1))
    write('buy oat milk')
    await answered(/oat milk/i)
    expect(db.all('SELECT text, origin FROM captures')).toEqual([{ text: 'buy oat milk', origin: 'telegram' }])
    write('/tasks')
    await answered(/^1\. Memphis report \(overdue since 2026-01-18\)\n2\. Call the bank/)
    write('/alerts')
    await answered(/^1\. .*\(high\)/)
    write('/snooze 1 2h')
    await answered('Snoozed until 11:05: ')
    write('/done bank')
    await answered('Done: Call the bank')
    expect(findTask(db, 't-2')?.status).toBe('completed')
    write('/done nothing like it')
    await answered('There is no task "nothing like it". /tasks lists them.')
    write('/status')
    await answered(/open, the highest high/)
    write('/health')
    await answered('No health data in the last week.')
  })

  it('is not listened to without a list of users, and the journal says why', async () => {
    const { operator, db } = await aRunningOperator('[]')
    await operator.start()
    write('/status')
    expect(db.all<{ data: string }>(`SELECT data FROM journal WHERE type = 'telegram_not_listening'`)[0]?.data).toContain(
      'allowed_users is empty',
    )
    expect(telegram.called('getUpdates')).toEqual([])
  })

  it('is listened to as soon as the configuration names them', async () => {
    const { operator, folder, db } = await aRunningOperator('[]')
    await operator.start()
    const text = `channels:\n  telegram: { enabled: true, api_root: "${telegram.url}", allowed_users: [${owner}] }\n`
    writeFileSync(join(folder, 'config', 'operator.yaml'), text)
    await operator.reload()
    write('an idea')
    await answered(/an idea/i)
    expect(db.all('SELECT id FROM captures')).toHaveLength(1)
  })
})
