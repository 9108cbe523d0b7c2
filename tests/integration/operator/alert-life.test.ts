import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hour, minute } from '../../../main/domain/instant.ts'
import { saveReadings } from '../../../main/store/readings.ts'
import { insertTask } from '../../../main/store/tasks.ts'
import type { Writer } from '../../../main/store/database.ts'
import { letTimePass } from '../../support/let-time-pass.ts'
import { aTask } from '../../support/records.ts'
import { ScriptedChannel } from '../../support/scripted-channel.ts'
import { TelegramServer } from '../../support/servers/telegram-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { morning, testOperator } from '../../support/test-operator.ts'

let telegram: TelegramServer
beforeEach(async () => {
  telegram = await new TelegramServer().start()
})
afterEach(() => telegram.stop())

const environment = () => ({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_CHAT_ID: '42' })

/** A folder whose configuration tells by Telegram as well. */
function aFolder(settings = 'min_severity: high'): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'config'))
  const text = `channels:\n  telegram: { enabled: true, api_root: "${telegram.url}", ${settings} }\n`
  writeFileSync(join(folder, 'config', 'operator.yaml'), text)
  return folder
}

function readiness(db: Writer, value: number): void {
  saveReadings(db, [{ metric: 'readiness', day: '2026-01-20', value, source: 'csv', readAt: morning, basisMinutes: null }])
}

const key = 'health:readiness:2026-01-20'

describe('what Telegram was sent', () => {
  it('says so when the owner acknowledges elsewhere, at once and without a cycle', async () => {
    const { operator, db } = await testOperator({ environment: environment(), folder: aFolder() })
    readiness(db, 48)
    await operator.start()
    await operator.check()
    expect([...telegram.messages.values()]).toMatchObject([{ buttons: [{ text: 'Acknowledge' }, { text: 'Snooze 1 h' }] }])
    await operator.handlers['alerts:acknowledge']({ ids: [key] })
    await vi.waitFor(() => expect(telegram.texts[0]).toMatch(/^Acknowledged: /))
    expect([...telegram.messages.values()][0]?.buttons).toEqual([])
  })

  it('says again what it said when the owner takes the acknowledgement back, and can be answered again', async () => {
    const { operator, db, clock } = await testOperator({ environment: environment(), folder: aFolder() })
    readiness(db, 48)
    await operator.start()
    await operator.check()
    const [said = ''] = telegram.texts
    for (let round = 0; round < 2; round += 1) {
      clock.advance(minute)
      await operator.handlers['alerts:acknowledge']({ ids: [key] })
      await vi.waitFor(() => expect(telegram.texts[0]).toMatch(/^Acknowledged: /))
      await operator.handlers['alerts:reopen']({ ids: [key] })
      await vi.waitFor(() => expect(telegram.texts).toEqual([said]))
      expect([...telegram.messages.values()]).toMatchObject([{ buttons: [{ text: 'Acknowledge' }, { text: 'Snooze 1 h' }] }])
    }
    await operator.check()
    expect(telegram.texts).toEqual([said])
  })

  it('is left as it is when the alert comes back in a message of its own', async () => {
    const { operator, db, clock } = await testOperator({ environment: environment(), folder: aFolder() })
    readiness(db, 48)
    await operator.start()
    await operator.check()
    await operator.handlers['alerts:snooze']({ ids: [key], until: clock.now() + 2 * hour })
    await vi.waitFor(() => expect(telegram.texts[0]).toMatch(/^Snoozed until /))
    clock.advance(2 * hour + minute)
    // The jump itself starts a check, whose deliveries it finds too long already; what is left goes out with the next.
    await operator.check()
    await operator.check()
    expect(telegram.texts).toEqual([expect.stringMatching(/^Snoozed until /), expect.stringMatching(/^Readiness is 48/)])
  })

  it('says so when it is no longer so', async () => {
    const { operator, db, clock } = await testOperator({ environment: environment(), folder: aFolder() })
    readiness(db, 48)
    await operator.runOnce()
    readiness(db, 80)
    clock.advance(15 * minute)
    await operator.runOnce()
    expect(telegram.texts).toHaveLength(1)
    expect(telegram.texts[0]).toMatch(/^Resolved: /)
  })

  it('is not counted as a message again: the cycle document names only what was told', async () => {
    const { operator, db, clock } = await testOperator({ environment: environment(), folder: aFolder() })
    readiness(db, 48)
    const first = await operator.runOnce()
    readiness(db, 80)
    clock.advance(15 * minute)
    const second = await operator.runOnce()
    expect(first.messages.map(({ channel, outcome }) => [channel, outcome])).toContainEqual(['telegram', 'delivered'])
    expect(second.messages.filter(({ channel }) => channel === 'telegram')).toEqual([])
  })
})

describe('a critical alert', () => {
  it('that nobody acknowledges goes to the next channel after half an hour, once', async () => {
    const native = new ScriptedChannel('native')
    const { operator, db, clock } = await testOperator({ environment: environment(), folder: aFolder('min_severity: "off"'), native })
    readiness(db, 48)
    await operator.runOnce()
    expect([native.sent.length, telegram.texts.length]).toEqual([1, 0])
    clock.advance(29 * minute)
    await operator.runOnce()
    expect(telegram.texts).toHaveLength(0)
    clock.advance(2 * minute)
    await operator.runOnce()
    clock.advance(45 * minute)
    await operator.runOnce()
    expect(telegram.texts).toEqual([expect.stringContaining('Not acknowledged for 31 minutes.')])
  })

  it('falls back where Telegram fails, and says so', async () => {
    const { operator, db, clock } = await testOperator({ environment: environment(), folder: aFolder() })
    readiness(db, 48)
    await telegram.stop()
    const { messages } = await letTimePass(clock, operator.runOnce())
    expect(messages).toContainEqual(expect.objectContaining({ keys: [key], channel: 'telegram', outcome: 'retrying' }))
    await telegram.start()
    const entries = db.all<{ data: string }>(`SELECT data FROM journal WHERE type = 'message'`)
    expect(entries.at(-1)?.data).toContain('telegram could not deliver this: Telegram could not be reached')
  })
})

describe('the debrief', () => {
  it('comes once a day while the operator runs, and never in a single cycle', async () => {
    const native = new ScriptedChannel('native')
    const { operator, db, clock } = await testOperator({ native })
    insertTask(db, aTask({ due: { kind: 'day', day: '2026-01-20' } }))
    await operator.runOnce()
    expect(native.sent.map(({ kind }) => kind)).not.toContain('debrief')
    await operator.start()
    await operator.check()
    clock.advance(15 * minute)
    await operator.check()
    const debriefs = native.sent.filter(({ kind }) => kind === 'debrief')
    expect(debriefs).toMatchObject([{ title: expect.stringContaining('1 due today'), body: expect.stringContaining('Memphis report') }])
  })
})

describe('testing a channel', () => {
  it('sends one message past the queue and says what became of it', async () => {
    const { operator, db } = await testOperator({ environment: environment(), folder: aFolder() })
    expect(await operator.handlers['channels:test']({ channel: 'telegram' })).toEqual({ outcome: 'delivered', reason: null })
    expect(telegram.texts[0]).toContain('A test from Thanos Operator')
    expect(await operator.handlers['channels:test']({ channel: 'email' })).toEqual({
      outcome: 'rejected',
      reason: 'email is off or not fully set up here: see channels.email in the configuration',
    })
    expect(db.all('SELECT id FROM outbox')).toEqual([])
  })
})

describe('the precision of rules', () => {
  it('is counted from ratings, and a rule that is wrong too often proposes a milder setting', async () => {
    const { operator, db } = await testOperator()
    for (let index = 0; index < 12; index += 1) {
      const rating = index < 5 ? 'wrong' : 'useful'
      db.run(
        `INSERT INTO ratings (alert_id, key, rule, severity, rating, evidence, at) VALUES (?, 'k', 'readiness', 2, ?, '{}', 1)`,
        `a-${index}`,
        rating,
      )
    }
    const { rules } = await operator.handlers['alerts:precision']({})
    expect(rules).toMatchObject([
      {
        rule: 'readiness',
        useful: 7,
        wrong: 5,
        known: 0,
        tooOftenWrong: true,
        proposal: { path: 'monitors.health.thresholds.readiness_warning', from: '65', to: '60' },
      },
    ])
  })
})
