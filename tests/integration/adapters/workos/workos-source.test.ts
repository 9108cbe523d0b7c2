import { createServer, type AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorkosSource } from '../../../../main/adapters/workos/workos-source.ts'
import { SourceError } from '../../../../main/domain/source-error.ts'
import type { TaskSource } from '../../../../main/ports/sources.ts'
import { FakeClock } from '../../../support/fake-clock.ts'
import { TestPostgres, workosTables } from '../../../support/servers/postgres.ts'

const never = new AbortController().signal
const clock = new FakeClock('2026-01-20T15:00:00Z')
let postgres: TestPostgres
let source: TaskSource

const at = (url: string | null) => createWorkosSource({ databaseUrl: async () => url, pool: 4, zone: 'America/Chicago', clock })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof SourceError ? error.code : error),
  )

beforeAll(async () => {
  postgres = await TestPostgres.create()
})

afterAll(() => postgres.remove())

beforeEach(async () => {
  await postgres.sql(workosTables())
  await postgres.sql("INSERT INTO clients (name, is_active) VALUES ('Memphis', true), ('Gone', false)")
  source = at(postgres.url)
})

afterEach(() => source.close())

const insert = (columns: string, values: string) => postgres.sql(`INSERT INTO tasks (${columns}) VALUES (${values})`)

const complete = (sourceId: string, expectedUpdatedAt: number) =>
  ({ kind: 'complete', key: 'k-2', sourceId, completedAt: clock.now(), expectedUpdatedAt }) as const

describe('reading the tasks database', () => {
  it('gives open tasks with their clients, and what was done lately', async () => {
    await insert('title, status, client_id, drain_type, created_at', "'Report', 'active', 1, 'deep', '2026-01-02 10:00:00.123456'")
    await insert('title, status', "'Someday', 'backlog'")
    await insert('title, status, completed_at', "'Done', 'done', '2026-01-19 09:00'")
    await insert('title, status, completed_at', "'Long done', 'done', '2025-01-19 09:00'")
    const { tasks, clients, warnings, isComplete } = await source.read(never)
    expect(Object.fromEntries(tasks.map((each) => [each.title, each.status]))).toEqual({
      Report: 'pending',
      Someday: 'backlog',
      Done: 'completed',
    })
    expect(tasks.find((each) => each.title === 'Report')).toMatchObject({
      client: 'Memphis',
      drain: 'deep',
      due: undefined,
      createdAt: Date.parse('2026-01-02T10:00:00.123Z'),
    })
    expect(clients).toEqual(['Memphis'])
    expect([warnings, isComplete]).toEqual([[], true])
  })

  it.each([
    [', due_date date', 'due_date', "'2026-01-22'", { kind: 'day', day: '2026-01-22' }],
    [', deadline timestamptz', 'deadline', "'2026-01-22 17:00+00'", { kind: 'moment', at: Date.parse('2026-01-22T17:00:00Z') }],
    [', deadline timestamp', 'deadline', "'2026-01-22 00:00'", { kind: 'day', day: '2026-01-22' }],
  ])('finds a due column where there is one: %s', async (column, name, value, due) => {
    await postgres.sql(workosTables(column))
    await insert(`title, status, ${name}`, `'Report', 'active', ${value}`)
    expect((await source.read(never)).tasks[0]?.due).toEqual(due)
  })

  it('works with text ids and times with zones, too', async () => {
    await postgres.sql(`DROP TABLE tasks; CREATE TABLE tasks (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), client_id integer, title text, description text, status text,
      created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now(), completed_at timestamptz)`)
    await insert('title, status, created_at', "'Report', 'queued', '2026-01-02 10:00+01'")
    const task = (await source.read(never)).tasks[0]
    expect(task).toMatchObject({ title: 'Report', createdAt: Date.parse('2026-01-02T09:00:00Z') })
    expect(task?.sourceId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('writing to the tasks database', () => {
  const change = {
    kind: 'create',
    key: 'k-1',
    title: "Robert'); DROP TABLE tasks;--",
    notes: 'n',
    client: 'memphis',
    status: 'backlog',
    createdAt: Date.parse('2026-01-20T14:00:00.123Z'),
  } as const

  it('makes a new task once, however often it is told to', async () => {
    const first = await source.write(change, never)
    expect(await source.write(change, never)).toEqual(first)
    const rows = await postgres.sql('SELECT id::text, title, status, client_id, created_at::text FROM tasks')
    expect(rows).toEqual([{ id: '1', title: change.title, status: 'backlog', client_id: 1, created_at: '2026-01-20 14:00:00.123' }])
    expect(first).toMatchObject({ outcome: 'applied', sourceId: '1' })
  })

  it('makes it once even when two try at the same time', async () => {
    const other = at(postgres.url)
    await Promise.all([source.write(change, never), other.write(change, never), source.write(change, never)])
    expect(await postgres.sql('SELECT id FROM tasks')).toHaveLength(1)
    await other.close()
  })

  it('marks a task done, once', async () => {
    await insert('title, status, updated_at', "'Report', 'active', '2026-01-19 09:00:00.987654'")
    const { updatedAt, sourceId } = (await source.read(never)).tasks[0] ?? { updatedAt: 0, sourceId: '' }
    expect(await source.write(complete(sourceId, updatedAt), never)).toMatchObject({ outcome: 'applied', sourceId })
    expect(await source.write(complete(sourceId, updatedAt), never)).toMatchObject({ outcome: 'applied' })
    expect(await postgres.sql('SELECT status, completed_at::text FROM tasks')).toEqual([
      { status: 'done', completed_at: '2026-01-20 15:00:00' },
    ])
  })

  it('opens a done task again, once', async () => {
    await insert('title, status, updated_at, completed_at', "'Report', 'done', '2026-01-19 09:00', '2026-01-19 09:00'")
    const reopen = {
      kind: 'reopen',
      key: 'k-3',
      sourceId: '1',
      status: 'active',
      expectedUpdatedAt: Date.parse('2026-01-19T09:00:00Z'),
    } as const
    expect(await source.write(reopen, never)).toMatchObject({ outcome: 'applied' })
    expect(await source.write(reopen, never)).toMatchObject({ outcome: 'applied' })
    expect(await postgres.sql('SELECT status, completed_at FROM tasks')).toEqual([{ status: 'active', completed_at: null }])
  })

  it('leaves a row alone that changed meanwhile, and says how it is', async () => {
    await insert('title, status, updated_at', "'Report', 'active', '2026-01-19 09:00'")
    const result = await source.write(complete('1', Date.parse('2026-01-18T09:00:00Z')), never)
    expect(result).toMatchObject({ outcome: 'conflict', remote: { title: 'Report', status: 'pending' } })
    expect(await source.write(complete('99', 0), never)).toEqual({ outcome: 'conflict', remote: null })
    expect(await postgres.sql('SELECT status FROM tasks')).toEqual([{ status: 'active' }])
  })
})

describe('a tasks database that fails', () => {
  it('is not configured without an address', async () => {
    expect(await codeOf(at(null).read(never))).toBe('not_configured')
  })

  it('is unauthorized with a wrong password, and no message shows it', async () => {
    const wrong = at(postgres.url.replace('planted-password', 'wrong-secret'))
    const error = await wrong.read(never).catch((each: unknown) => each)
    expect(error).toMatchObject({ code: 'unauthorized' })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/wrong-secret|planted/)
    await wrong.close()
  })

  it('is not spoken to in the open where the address asks for TLS', async () => {
    const guarded = at(`${postgres.url}?sslmode=require`)
    const error = await guarded.read(never).catch((each: unknown) => each)
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('speaks no TLS') })
    await guarded.close()
  })

  it('is malformed without its tables or its database', async () => {
    await postgres.sql('DROP TABLE tasks')
    expect(await codeOf(source.read(never))).toBe('malformed')
    const nowhere = at(postgres.url.replace('/postgres?', '/nowhere?').replace(/\/postgres$/, '/nowhere'))
    expect(await codeOf(nowhere.read(never))).toBe('malformed')
    await nowhere.close()
  })

  it('ends at once when told to, and the next read works', async () => {
    const unlock = await postgres.lockTable('tasks')
    const stop = new AbortController()
    setImmediate(() => stop.abort())
    expect(await codeOf(source.read(stop.signal))).toBe('timeout')
    await unlock()
    expect(await codeOf(source.read(never))).toBe('none')
  })

  it('is unreachable while stopped, and is read again once it is back, through the same source', async () => {
    await insert('title, status', "'Report', 'active'")
    await source.read(never)
    await postgres.stop()
    expect(await codeOf(source.read(never))).toBe('unreachable')
    await postgres.start()
    expect((await source.read(never)).tasks).toHaveLength(1)
  })

  // Well below the ten seconds for which pg itself would go on waiting.
  it('that answers nothing at all holds up neither the read nor the end', { timeout: 5_000 }, async () => {
    const hungUp = Promise.withResolvers<void>()
    const mute = createServer((socket) => socket.once('close', () => hungUp.resolve()))
    await new Promise<void>((resolve) => {
      mute.listen(0, '127.0.0.1', resolve)
    })
    const silent = at(`postgresql://u:p@127.0.0.1:${(mute.address() as AddressInfo).port}/w`)
    const stop = new AbortController()
    mute.once('connection', () => stop.abort())
    expect(await codeOf(silent.read(stop.signal))).toBe('timeout')
    await silent.close()
    await hungUp.promise
    mute.close()
  })
})
