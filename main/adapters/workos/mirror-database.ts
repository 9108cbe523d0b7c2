import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Instant } from '../../domain/instant.ts'
import type { TimeZone } from '../../domain/local-day.ts'
import type { RemoteTasks } from '../../ports/sources.ts'
import { parseTaskRow } from './task-row.ts'

export type MirrorDatabaseOptions = { readonly file: string; readonly ttlMs: number; readonly zone: TimeZone; readonly now: Instant }

type Row = Readonly<Record<string, unknown>>

/** Columns in which programs that keep such a mirror note when a row was copied. */
const stampColumns = ['cached_at', 'synced_at', 'last_synced_at', 'last_synced'] as const

/**
 * The tasks in a local mirror kept by another program (`cached_tasks`, `cached_clients`), opened read-only; null where there is none, where it
 * is older than `ttlMs`, or where it cannot be read: the chain then goes on to the database itself. Never complete, since nobody knows what the other program leaves out.
 */
export function readMirrorDatabase(options: MirrorDatabaseOptions): RemoteTasks | null {
  if (!existsSync(options.file)) return null
  const database = new Database(options.file, { readonly: true, fileMustExist: true, timeout: 1_000 })
  try {
    const rows = database.prepare<[], Row>('SELECT * FROM cached_tasks').all()
    const age = options.now - copiedAt(rows, options.file)
    // A mirror from the future says only that some clock is wrong.
    if (age >= options.ttlMs || age < -options.ttlMs) return null
    const clients = clientsOf(database)
    const results = rows.map((row) =>
      parseTaskRow(row, nameOf(row['client_name']) ?? clients.get(String(row['client_id'])) ?? null, options.zone),
    )
    return {
      tasks: results.flatMap(({ task }) => (task === null ? [] : [task])),
      clients: [...new Set(clients.values())].sort(),
      warnings: results.flatMap(({ warning }) => (warning === null ? [] : [warning])),
      isComplete: false,
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  } finally {
    database.close()
  }
}

/** When the newest row was copied; where no column says so, when the file was last written. */
function copiedAt(rows: readonly Row[], file: string): Instant {
  const column = stampColumns.find((name) => rows[0] !== undefined && name in rows[0])
  const stamps = column === undefined ? [] : rows.flatMap((row) => instantOf(row[column]) ?? [])
  return stamps.length > 0 ? stamps.reduce((newest, each) => Math.max(newest, each), 0) : statSync(file).mtimeMs
}

/** Seconds or milliseconds since 1970, or ISO text, in UTC where it names no offset. */
function instantOf(value: unknown): Instant | null {
  if (typeof value === 'number') return value < 1e11 ? value * 1_000 : value
  if (typeof value !== 'string') return null
  const parsed = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value.replace(' ', 'T')}Z`)
  return Number.isNaN(parsed) ? null : parsed
}

/** A mirror without its clients is still a mirror. */
function clientsOf(database: Database.Database): ReadonlyMap<string, string> {
  try {
    const rows = database.prepare<[], Row>('SELECT id, name FROM cached_clients').all()
    return new Map(rows.flatMap((row) => (nameOf(row['name']) === null ? [] : [[String(row['id']), String(row['name'])] as const])))
  } catch (error) {
    if (error instanceof Database.SqliteError) return new Map()
    throw error
  }
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
