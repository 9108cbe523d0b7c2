import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { minute, second } from '../../../main/domain/instant.ts'
import { addDays } from '../../../main/domain/local-day.ts'
import { listJournal } from '../../../main/store/journal.ts'
import { loadReadings } from '../../../main/store/readings.ts'
import { loadQueuedChanges, queueRemoteChange } from '../../../main/store/remote-changes.ts'
import { insertTask, listTasks, updateTask } from '../../../main/store/tasks.ts'
import { folderWithSources } from '../../support/folder-with-sources.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { aTask } from '../../support/records.ts'
import { OuraServer, send } from '../../support/servers/oura-server.ts'
import { TestPostgres, workosTables } from '../../support/servers/postgres.ts'
import { morning, testOperator } from '../../support/test-operator.ts'

const today = '2026-01-20'

async function ouraServer(): Promise<OuraServer> {
  const server = new OuraServer()
  await server.start()
  onTestFinished(() => server.stop())
  return server
}

const readinessOf = (day: string, score: number) => ({ id: day, day, score, contributors: { recovery_index: 80 }, timestamp: day })

const operatorWith = (folder: string, environment: Readonly<Record<string, string>>, clock = new FakeClock(morning)) =>
  testOperator({ folder, clock, environment })

describe('an operator with Oura', () => {
  it('judges last night, fills in ninety days, and asks gently afterwards', async () => {
    const server = await ouraServer()
    server.documents['daily_readiness'] = Array.from({ length: 120 }, (_, ago) => readinessOf(addDays(today, -ago), ago === 0 ? 48 : 80))
    const { operator, db } = await operatorWith(folderWithSources({ oura: server.url }), { OURA_ACCESS_TOKEN: 'token-1' })
    const cycle = await operator.runOnce()
    expect(cycle.findings.map((finding) => finding.key)).toContain('health:readiness:2026-01-20')
    expect(cycle.sources['oura']).toEqual({ state: 'ok', from: 'direct', newest_reading: today })
    const days = loadReadings(db, { from: '2000-01-01', to: '2100-01-01', metrics: ['readiness'] }).map((reading) => reading.day)
    expect([days.length, days[0]]).toEqual([91, '2025-10-22'])
    const before = server.requests.length
    await operator.runOnce()
    expect(server.requests.length - before).toBe(5)
  })

  it('is read again by the next cycle after one that was stuck and cut short', async () => {
    const server = await ouraServer()
    server.documents['daily_readiness'] = [readinessOf(today, 48)]
    const asked = Promise.withResolvers<void>()
    // It takes the call and never answers.
    server.interference = () => {
      asked.resolve()
      return true
    }
    const { operator, db, clock } = await operatorWith(folderWithSources({ oura: server.url }), { OURA_ACCESS_TOKEN: 'token-1' })
    await operator.start()
    await asked.promise
    const cut = operator.check()
    // As on a machine that slept in the midst of a cycle, and counts the time it slept.
    clock.advance(6 * minute)
    expect((await cut).findings).toEqual([])
    expect(listJournal(db, { limit: 20 }).map(({ type }) => type)).toContain('cycle_stuck')
    server.interference = () => false
    await vi.waitFor(
      async () => {
        const { findings, sources } = await operator.check()
        expect(sources['oura']).toMatchObject({ state: 'ok', from: 'direct' })
        expect(findings.map((finding) => finding.key)).toContain('health:readiness:2026-01-20')
      },
      { timeout: 10_000, interval: 200 },
    )
  })

  it('is not asked about without a key, and the other sources go on', async () => {
    const server = await ouraServer()
    const { operator } = await operatorWith(folderWithSources({ oura: server.url }), {})
    const cycle = await operator.runOnce()
    expect([cycle.sources['oura']?.state, server.requests.length]).toEqual(['not_configured', 0])
  })

  it('asks to be reconnected when the key is refused, and takes that back', async () => {
    const server = await ouraServer()
    server.validTokens.clear()
    const { operator } = await operatorWith(folderWithSources({ oura: server.url }), { OURA_ACCESS_TOKEN: 'token-1' })
    const refused = await operator.runOnce()
    expect(refused.findings).toMatchObject([{ key: 'source:reconnect:oura', severity: 'medium' }])
    server.validTokens.add('token-1')
    const cycle = await operator.runOnce()
    expect(cycle.findings.map((finding) => finding.key)).not.toContain('source:reconnect:oura')
  })

  it('keeps what it knew while the service is down: nothing lost, nothing invented', async () => {
    const server = await ouraServer()
    server.documents['daily_readiness'] = [readinessOf(today, 48)]
    const { operator, clock, db } = await operatorWith(folderWithSources({ oura: server.url }), { OURA_ACCESS_TOKEN: 'token-1' })
    await operator.runOnce()
    server.interference = (_request, response) => {
      send(response, 503, 'busy')
      return true
    }
    for (let read = 1; read <= 3; read += 1) {
      clock.advance(15 * minute)
      const before = server.requests.length
      const cycle = await operator.runOnce()
      expect(server.requests.length - before).toBe(3)
      expect(cycle.findings.map((finding) => finding.key)).toContain('health:readiness:2026-01-20')
    }
    const before = server.requests.length
    const cycle = await operator.runOnce()
    expect([cycle.sources['oura'], server.requests.length - before]).toEqual([
      { state: 'unreachable', from: 'cache', newest_reading: today },
      0,
    ])
    expect(cycle.findings.map((finding) => finding.key)).toContain('source:unreachable:oura')
    expect(listJournal(db, { types: ['circuit_opened'], limit: 9 })).toHaveLength(1)
    server.interference = () => false
    clock.advance(minute)
    expect((await operator.runOnce()).sources['oura']?.state).toBe('ok')
    expect(listJournal(db, { types: ['circuit_half_open', 'circuit_closed'], limit: 9 })).toHaveLength(2)
  })

  it('reads the local cache of another program first, and alone where there is no key', async () => {
    const folder = folderWithSources({})
    mkdirSync(join(folder, '.oura-cache'))
    const cache = new Database(join(folder, '.oura-cache', 'oura-health.db'))
    cache.exec('CREATE TABLE readiness_data (id TEXT, day TEXT, data TEXT, cached_at TEXT, expires_at TEXT)')
    cache
      .prepare('INSERT INTO readiness_data VALUES (?, ?, ?, ?, ?)')
      .run('1', today, JSON.stringify(readinessOf(today, 55)), '2026-01-20T08:00:00Z', null)
    cache.prepare('INSERT INTO readiness_data VALUES (?, ?, ?, ?, ?)').run('2', today, '{broken', '2026-01-20T08:00:00Z', null)
    cache.close()
    const { operator } = await operatorWith(folder, {})
    const cycle = await operator.runOnce()
    expect(cycle.sources['oura']).toEqual({ state: 'ok', from: 'local_cache', newest_reading: today })
    expect(cycle.findings).toMatchObject([{ key: 'health:readiness:2026-01-20', evidence: { source: 'oura_cache' } }])
  })

  it('shows no secret anywhere', async () => {
    const server = await ouraServer()
    const folder = folderWithSources({ oura: server.url })
    const secret = 'planted-secret-token'
    const { operator, db } = await operatorWith(folder, {
      OURA_ACCESS_TOKEN: secret,
      WORKOS_DATABASE_URL: `postgresql://u:${secret}@127.0.0.1:9/w`,
    })
    const cycle = await operator.runOnce()
    const said = [
      cycle,
      operator.status(),
      listJournal(db, { limit: 1_000 }),
      await operator.handlers['status:get']({}),
      await operator.handlers['settings:get']({}),
    ]
    expect(JSON.stringify(said)).not.toContain(secret)
    await operator.handlers['operator:check']({})
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()))
      expect([file.name, readFileSync(join(file.parentPath, file.name)).includes(secret)]).toEqual([file.name, false])
  })
})

describe('an operator with state files', () => {
  it('shows the focus, and hears of a change', async () => {
    const folder = folderWithSources({ more: '  state_files: { enabled: true, folder: "~/state" }' })
    mkdirSync(join(folder, 'state'))
    writeFileSync(join(folder, 'state', 'CurrentFocus.md'), '# Current Focus\nMemphis migration')
    const { operator } = await operatorWith(folder, {})
    const focus = async () => (await operator.handlers['sources:list']({})).focus
    const cycle = await operator.runOnce()
    expect([cycle.sources['state_files']?.state, await focus()]).toEqual(['ok', 'Memphis migration'])
    writeFileSync(join(folder, 'state', 'CurrentFocus.md'), 'Slides')
    await operator.runOnce()
    expect(await focus()).toBe('Slides')
  })
})

describe('an operator whose sources are all silent', () => {
  it('ends its cycle and says what it could not see', async () => {
    const mute = createServer(() => {})
    await new Promise<void>((resolve) => {
      mute.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => void mute.close())
    const { port } = mute.address() as AddressInfo
    const folder = folderWithSources({
      oura: `http://127.0.0.1:${port}`,
      more: '  state_files: { enabled: true, folder: "/nowhere/at/all" }',
    })
    const { operator } = await operatorWith(folder, { OURA_ACCESS_TOKEN: 'token-1', WORKOS_DATABASE_URL: 'postgresql://u:p@127.0.0.1:9/w' })
    const cycle = await operator.runOnce()
    expect(Object.fromEntries(Object.entries(cycle.sources).map(([name, { state }]) => [name, state]))).toEqual({
      oura: 'unreachable',
      workos: 'unreachable',
      state_files: 'unreachable',
    })
    // The cycle's own account of itself: one timeout of one second, and no second one after it.
    expect(cycle.duration_ms).toBeLessThan(2 * second)
  })
})

describe('an operator with a tasks database', () => {
  let postgres: TestPostgres

  beforeAll(async () => {
    postgres = await TestPostgres.create()
  })

  afterAll(() => postgres.remove())

  beforeEach(() => postgres.sql(workosTables(', due_date date')))

  const environment = () => ({ WORKOS_DATABASE_URL: postgres.url })

  it('mirrors it, judges it, and follows what is done there', async () => {
    await postgres.sql("INSERT INTO tasks (title, status, due_date) VALUES ('Report', 'active', '2026-01-18')")
    const { operator, clock, db } = await operatorWith(folderWithSources({}), environment())
    const cycle = await operator.runOnce()
    expect(cycle.sources['workos']?.state).toBe('ok')
    expect(cycle.findings.map((finding) => finding.key)).toContain('task:overdue')
    await postgres.sql("UPDATE tasks SET status = 'done', completed_at = '2026-01-20 15:04', updated_at = now()")
    clock.advance(15 * minute)
    expect((await operator.runOnce()).findings.map((finding) => finding.key)).not.toContain('task:overdue')
    expect(listTasks(db, { source: 'workos' })).toMatchObject([{ title: 'Report', status: 'completed' }])
  })

  it('is stopped and started again under it: cached at once, one trial, pending writes delivered once, no alert lost or invented', async () => {
    await postgres.sql("INSERT INTO tasks (title, status, due_date) VALUES ('Report', 'active', '2026-01-18'), ('Slides', 'active', NULL)")
    const { operator, clock, db } = await operatorWith(folderWithSources({}), environment())
    await operator.runOnce()
    await postgres.stop()
    // Done here while the database is away, and a new one for it.
    const slides = listTasks(db, { source: 'workos', search: 'Slides' })[0] ?? aTask()
    const mine = aTask({ id: 't-mine', title: 'Made here', source: 'local', sourceId: null })
    db.transaction(() => {
      updateTask(db, { ...slides, status: 'completed', completedAt: clock.now(), updatedAt: clock.now() })
      queueRemoteChange(db, { taskId: slides.id, source: 'workos', kind: 'complete', createdAt: clock.now() })
      insertTask(db, mine)
      queueRemoteChange(db, { taskId: mine.id, source: 'workos', kind: 'create', createdAt: clock.now() })
    })
    for (let read = 1; read <= 3; read += 1) {
      const cycle = await operator.runOnce()
      expect(cycle.findings.map((finding) => finding.key)).toContain('task:overdue')
    }
    expect(operator.status()).toMatchObject({ circuit_states: { workos: 'open' } })
    expect(loadQueuedChanges(db, 'workos')).toHaveLength(2)
    await postgres.start()
    // The wait is not over: nobody is asked.
    await operator.runOnce()
    expect(operator.status()).toMatchObject({ circuit_states: { workos: 'open' } })
    clock.advance(minute)
    await operator.runOnce()
    expect(operator.status()).toMatchObject({ circuit_states: { workos: 'closed' } })
    expect(loadQueuedChanges(db, 'workos')).toEqual([])
    await operator.runOnce()
    expect(await postgres.sql('SELECT title, status FROM tasks ORDER BY id')).toEqual([
      { title: 'Report', status: 'active' },
      { title: 'Slides', status: 'done' },
      { title: 'Made here', status: 'active' },
    ])
    expect(listTasks(db).filter((task) => task.title === 'Made here')).toMatchObject([
      { id: 't-mine', source: 'workos', status: mine.status },
    ])
    expect(
      listJournal(db, { types: ['circuit_opened', 'circuit_half_open', 'circuit_closed'], limit: 9 }).map((entry) => entry.type),
    ).toEqual(['circuit_closed', 'circuit_half_open', 'circuit_opened'])
  })

  it('wins where both sides changed a task, and the conflict is journalled', async () => {
    await postgres.sql("INSERT INTO tasks (title, status, updated_at) VALUES ('Report', 'active', '2026-01-19 09:00')")
    const { operator, clock, db } = await operatorWith(folderWithSources({}), environment())
    await operator.runOnce()
    const task = listTasks(db)[0] ?? aTask()
    db.transaction(() => {
      updateTask(db, { ...task, status: 'completed', completedAt: clock.now(), updatedAt: clock.now() })
      queueRemoteChange(db, { taskId: task.id, source: 'workos', kind: 'complete', createdAt: clock.now() })
    })
    await postgres.sql("UPDATE tasks SET title = 'Another report', updated_at = '2026-01-20 09:00'")
    await operator.runOnce()
    expect(listTasks(db)).toMatchObject([{ title: 'Another report', status: 'pending' }])
    expect(listJournal(db, { types: ['task_conflict'], limit: 9 })).toHaveLength(1)
    expect(await postgres.sql('SELECT status FROM tasks')).toEqual([{ status: 'active' }])
  })
})
