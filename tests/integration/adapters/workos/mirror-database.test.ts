import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMirrorDatabase } from '../../../../main/adapters/workos/mirror-database.ts'

const now = Date.parse('2026-01-20T15:00:00Z')
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thanos-mirror-'))
  file = join(folder, 'cache.db')
})

afterEach(() => rmSync(folder, { recursive: true }))

const read = () => readMirrorDatabase({ file, ttlMs: 300_000, zone: 'UTC', now })

function make(stampColumn: string | null, stamp: string | number | null): void {
  const database = new Database(file)
  database.exec(`CREATE TABLE cached_clients (id INTEGER, name TEXT); INSERT INTO cached_clients VALUES (1, 'Memphis');
    CREATE TABLE cached_tasks (id INTEGER, client_id INTEGER, title TEXT, description TEXT, status TEXT, created_at TEXT, updated_at TEXT, completed_at TEXT
    ${stampColumn === null ? '' : `, ${stampColumn}`});
    INSERT INTO cached_tasks (id, client_id, title, status, created_at) VALUES (7, 1, 'Report', 'active', '2026-01-02T10:00:00.000Z'), (8, NULL, NULL, 'active', 'x')`)
  if (stampColumn !== null) database.prepare(`UPDATE cached_tasks SET ${stampColumn} = ?`).run(stamp)
  database.close()
}

describe('the local mirror of the tasks database', () => {
  it.each([
    ['cached_at', '2026-01-20 14:56:00'],
    ['cached_at', '2026-01-20T14:56:00Z'],
    ['synced_at', now / 1_000 - 240],
    ['last_synced_at', now - 240_000],
  ])('is read while young: %s %s', (column, stamp) => {
    make(column, stamp)
    expect(read()).toMatchObject({
      tasks: [{ sourceId: '7', title: 'Report', client: 'Memphis' }],
      clients: ['Memphis'],
      isComplete: false,
    })
    expect(read()?.warnings).toHaveLength(1)
  })

  it.each(['2026-01-20 14:55:00', '2026-01-21 15:00:00'])('is not believed when copied at %s', (stamp) => {
    make('cached_at', stamp)
    expect(read()).toBeNull()
  })

  it('is as old as its file where no column says so', () => {
    make(null, null)
    utimesSync(file, now / 1_000 - 60, now / 1_000 - 60)
    expect(read()?.tasks).toHaveLength(1)
    utimesSync(file, now / 1_000 - 300, now / 1_000 - 300)
    expect(read()).toBeNull()
  })

  it('is passed over when missing, of another shape, or damaged', () => {
    expect(read()).toBeNull()
    new Database(file).exec('CREATE TABLE other (id)').close()
    expect(read()).toBeNull()
    writeFileSync(file, 'this is no database, and long enough to be looked at as one would be')
    expect(read()).toBeNull()
  })
})
