import { describe, expect, it } from 'vitest'
import { hour, minute } from '../../../main/domain/instant.ts'
import type { Channel } from '../../../main/ports/channel.ts'
import { keysOf } from '../../../main/domain/message.ts'
import { findAlert } from '../../../main/store/alerts.ts'
import { saveReadings } from '../../../main/store/readings.ts'
import { insertTask, updateTask } from '../../../main/store/tasks.ts'
import { letTimePass } from '../../support/let-time-pass.ts'
import { aTask } from '../../support/records.ts'
import { delivered, retry, ScriptedChannel } from '../../support/scripted-channel.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openTestOperator } from '../../support/test-operator-process.ts'
import { morning, testOperator, type TestOperator } from '../../support/test-operator.ts'

function recordingChannel(): Channel & { readonly sent: string[] } {
  const sent: string[] = []
  return {
    name: 'native',
    sent,
    abilities: { buttons: false, edit: false, withdraw: false },
    async deliver(message) {
      sent.push(...keysOf(message))
      return { outcome: 'delivered', receipt: null }
    },
  }
}

function readiness({ db }: TestOperator, value: number, day = '2026-01-20', readAt = morning) {
  saveReadings(db, [{ metric: 'readiness', day, value, source: 'csv', readAt, basisMinutes: null }])
}

describe('a check cycle', () => {
  it('says a bad night once, and again only when it gets worse', async () => {
    const native = recordingChannel()
    const test = await testOperator({ native })
    readiness(test, 62)
    const first = await test.operator.runOnce()
    expect(first.findings.map(({ key }) => key)).toContain('health:readiness:2026-01-20')
    expect(native.sent).toEqual(['health:readiness:2026-01-20'])

    test.clock.advance(15 * minute)
    const second = await test.operator.runOnce()
    expect(second.suppressed).toContainEqual({
      key: 'health:readiness:2026-01-20',
      stage: 'deduplicate',
      reason: 'sent 15 min ago, window 4 h',
    })

    readiness(test, 48, '2026-01-20', morning + 1)
    await test.operator.runOnce()
    expect(native.sent).toEqual(['health:readiness:2026-01-20', 'health:readiness:2026-01-20'])
  })

  it('says after an outage only what is so by then: not the warning beside the worse news', async () => {
    let isDown = true
    const native = new ScriptedChannel('native', () => (isDown ? retry() : delivered))
    const test = await testOperator({ native })
    readiness(test, 62)
    await letTimePass(test.clock, test.operator.runOnce())
    readiness(test, 48, '2026-01-20', morning + 1)
    test.clock.advance(15 * minute)
    await letTimePass(test.clock, test.operator.runOnce())
    isDown = false
    test.clock.advance(hour)
    await letTimePass(test.clock, test.operator.runOnce())
    expect(native.sent.map(({ severity, tells }) => [severity, tells[0]?.key])).toEqual([['critical', 'health:readiness:2026-01-20']])
  })

  it('tells nothing again after a restart', async () => {
    const native = recordingChannel()
    const folder = temporaryFolder()
    const clock = new FakeClock(morning)
    const before = await openTestOperator(folder, clock, native)
    await before.handlers['sample:add']({})
    await before.runOnce()
    const told = native.sent.length
    await before.stop()
    const after = await openTestOperator(folder, clock, native)
    await after.runOnce()
    await after.stop()
    expect(told).toBeGreaterThan(3)
    expect(native.sent).toHaveLength(told)
  })

  it('closes an alert at the next check once its task is done, between the hours of its rule', async () => {
    const test = await testOperator()
    const task = aTask({ due: { kind: 'day', day: '2026-01-20' } })
    insertTask(test.db, task)
    await test.operator.runOnce()
    expect(findAlert(test.db, 'task:due_today:2026-01-20:9')).toMatchObject({ state: 'open' })
    updateTask(test.db, { ...task, status: 'completed', completedAt: morning })
    test.clock.advance(15 * minute)
    await test.operator.runOnce()
    expect(findAlert(test.db, 'task:due_today:2026-01-20:9')).toMatchObject({ state: 'resolved', closedBy: 'rule' })
  })

  it('closes what a monitor said once the owner switches it off, and opens it anew when it is back on', async () => {
    const test = await testOperator()
    const key = 'health:readiness:2026-01-20'
    readiness(test, 62)
    await test.operator.runOnce()
    expect(findAlert(test.db, key)).toMatchObject({ state: 'open' })
    await test.operator.handlers['settings:set']({ path: 'monitors.health.enabled', value: false })
    test.clock.advance(15 * minute)
    const off = await test.operator.runOnce()
    expect(Object.keys(off.monitors)).toEqual(['tasks', 'patterns'])
    expect(findAlert(test.db, key)).toMatchObject({ state: 'resolved', closedBy: 'rule' })
    await test.operator.handlers['settings:set']({ path: 'monitors.health.enabled', value: true })
    await test.operator.runOnce()
    expect(findAlert(test.db, key)).toMatchObject({ state: 'open' })
  })

  it('holds the night back and says it together in the morning', async () => {
    const native = recordingChannel()
    const test = await testOperator({ native })
    test.clock.jumpTo('2026-01-21T05:00:00Z')
    readiness(test, 62)
    insertTask(test.db, aTask())
    const night = await test.operator.runOnce()
    expect(night.suppressed.map(({ stage, reason }) => [stage, reason])).toEqual([
      ['quiet_hours', 'quiet hours until 07:00'],
      ['quiet_hours', 'quiet hours until 07:00'],
    ])
    expect(native.sent).toEqual([])
    test.clock.jumpTo('2026-01-21T13:00:00Z')
    const summary = await test.operator.runOnce()
    expect(summary.messages).toContainEqual({
      keys: ['task:overdue', 'health:readiness:2026-01-20'],
      channel: 'native',
      outcome: 'delivered',
    })
    test.clock.advance(hour)
    await test.operator.runOnce()
    expect(native.sent).toHaveLength(2)
  })

  it('in a dry run delivers nothing and uses up neither a window nor an hour slot', async () => {
    const native = recordingChannel()
    const test = await testOperator({ native })
    insertTask(test.db, aTask({ due: { kind: 'day', day: '2026-01-20' } }))
    const dry = await test.operator.runOnce({ dryRun: true })
    expect(dry.messages).toContainEqual({ keys: ['task:due_today:2026-01-20:9'], channel: 'native', outcome: 'would_send' })
    expect(native.sent).toEqual([])
    await test.operator.runOnce()
    expect(native.sent).toEqual(['task:due_today:2026-01-20:9'])
  })

  it('joins a check asked for while one is running', async () => {
    const test = await testOperator()
    await test.operator.runOnce()
    const [one, other] = await Promise.all([test.operator.check(), test.operator.check()])
    expect(one).toBe(other)
  })
})
