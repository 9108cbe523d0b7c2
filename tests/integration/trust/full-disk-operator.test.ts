import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { minute } from '../../../main/domain/instant.ts'
import { keysOf } from '../../../main/domain/message.ts'
import { verifyDatabase } from '../../../main/store/maintenance.ts'
import { saveReadings } from '../../../main/store/readings.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import { ScriptedChannel } from '../../support/scripted-channel.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { openTestOperator } from '../../support/test-operator-process.ts'
import { morning, testOperator } from '../../support/test-operator.ts'

const disk = mountSmallDisk('full-operator', '2m')
// A disk of its own: what the first test leaves might leave no room for the reserve.
const other = mountSmallDisk('full-opening', '2m')

describe.skipIf(disk === undefined)('an operator whose disk is full (skipped where a tmpfs cannot be mounted)', () => {
  afterAll(() => {
    disk?.remove()
    other?.remove()
  })

  it('goes on taking thoughts, tasks and acknowledgements or says why not, damages nothing, and catches up when there is space', async () => {
    if (disk === undefined) throw new Error('There is no small disk.')
    const native = new ScriptedChannel('native')
    const { operator, db, clock } = await testOperator({ folder: disk.folder, native })
    saveReadings(db, [{ metric: 'readiness', day: '2026-01-20', value: 48, source: 'csv', readAt: morning, basisMinutes: null }])
    await operator.start()
    await operator.check()
    const [alert] = (await operator.handlers['alerts:list']({ limit: 10, cursor: null })).alerts
    expect(alert).toMatchObject({ key: 'health:readiness:2026-01-20', state: 'open' })
    const id = alert?.id ?? ''

    const readReserve = () => statSync(join(disk.folder, 'data', 'space-reserve')).size
    const full = readReserve()
    expect(full).toBe(256 * 1024)

    disk.fill()
    // Cycles use up what little room the log has, until the disk says no; the owner's reserve is not theirs.
    const said: unknown[] = []
    for (let round = 0; round < 400 && said.length < 2; round += 1) {
      clock.advance(15 * minute)
      await operator.check().catch((error: unknown) => said.push(error))
    }
    expect(said.length).toBeGreaterThan(0)
    for (const error of said) expect(error).toMatchObject({ name: 'OperatorError', code: 'disk_full' })
    expect(readReserve()).toBe(full)
    await operator.handlers['alerts:acknowledge']({ ids: [id] })
    await operator.handlers['tasks:add']({ text: 'Make room' })
    await operator.handlers['promises:add']({ what: 'a bigger disk', to: 'Ashley' })
    const kept: string[] = []
    const refusals: unknown[] = []
    for (let round = 0; round < 500 && refusals.length === 0; round += 1) {
      const text = `thought ${round} `.repeat(200)
      await Promise.resolve(operator.handlers['captures:add']({ text, origin: 'window', plain: true }))
        .then(({ capture }) => kept.push(capture.id))
        .catch((error: unknown) => refusals.push(error))
    }
    expect(kept.length).toBeGreaterThan(20)
    expect(refusals).toMatchObject([{ name: 'OperatorError', code: 'disk_full' }])
    expect(readReserve()).toBe(0)
    const timesTold = () => native.sent.filter((message) => keysOf(message).includes('health:readiness:2026-01-20')).length
    const told = timesTold()
    expect(operator.status().total_alerts).toBeGreaterThan(0)

    disk.free()
    clock.advance(15 * minute)
    const cycle = await operator.check()
    // The scheduler's next run is after that of the backup, which takes its own time.
    const nextRuns = () => {
      clock.advance(15 * minute)
      expect(readReserve()).toBe(full)
    }
    await vi.waitFor(nextRuns, { timeout: 20_000, interval: 100 })
    expect(cycle.findings.map(({ key }) => key)).toContain('health:readiness:2026-01-20')
    expect((await operator.handlers['alerts:get']({ id })).alert.state).toBe('acknowledged')
    expect(timesTold()).toBe(told)
    expect((await operator.handlers['tasks:list']({ view: 'all', limit: 10 })).tasks.map(({ title }) => title)).toContain('Make room')
    const { captures } = await operator.handlers['captures:list']({ show: 'all', before: null, limit: 200 })
    expect(captures.map((capture) => capture.id).toSorted()).toEqual(kept.toSorted())
    expect(verifyDatabase(db)).toMatchObject({ ok: true })
  })

  it('opens on a full disk, as a command does, and keeps the thought it was opened for', async () => {
    if (other === undefined) throw new Error('There is no small disk.')
    const { folder } = other
    const clock = new FakeClock(morning)
    const before = await openTestOperator(folder, clock, null)
    await before.start()
    await before.stop()
    other.fill()
    const operator = await openTestOperator(folder, clock, null)
    const { capture } = await operator.handlers['captures:add']({ text: 'call Sam by Friday', origin: 'cli', plain: false })
    expect(capture.state).toBe('filed')
    await operator.stop()
    other.free()
    const after = await openTestOperator(folder, clock, null)
    expect((await after.handlers['captures:list']({ show: 'all', before: null, limit: 10 })).captures).toHaveLength(1)
    await after.stop()
  })
})
