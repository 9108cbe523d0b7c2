import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Instant } from '../../domain/instant.ts'
import type { LocalDay } from '../../domain/local-day.ts'
import { SourceError } from '../../domain/source-error.ts'
import { collectDocuments, documentsIn, type FoundDocument } from './collect-documents.ts'
import { deriveReadings, type DerivedReading } from './derive.ts'
import type { OuraCollection } from './documents.ts'

export type OuraCacheContent = {
  readonly readings: readonly DerivedReading[]
  /** What was passed over: a missing table, a row that is not JSON, a value nobody believes. */
  readonly warnings: readonly string[]
  /** When the newest row was put there; null where no row says so. */
  readonly newestCachedAt: Instant | null
}

type CacheRow = { readonly id: unknown; readonly day: unknown; readonly data: unknown; readonly cached_at: unknown }

/** The tables that are read and what a document without telling fields is in each. Heart rates are not needed: the night's lowest is in its sleep. */
const tables: readonly (readonly [string, OuraCollection])[] = [
  ['sleep_data', 'daily_sleep'],
  ['readiness_data', 'daily_readiness'],
  ['activity_data', 'daily_activity'],
]

/**
 * Reads the cache that an Oura MCP server keeps (an SQLite file, by default `~/.oura-cache/oura-health.db`), without a change to it.
 * Days outside the range are left out; without one everything is read. Throws SourceError: `not_configured` where there is no such
 * file, `malformed` where it is not such a cache.
 */
export function readOuraCache(
  path: string,
  options: { readonly range?: { readonly from: LocalDay; readonly to: LocalDay } | undefined; readonly source: string },
): OuraCacheContent {
  if (!existsSync(path)) throw new SourceError('not_configured', `There is no Oura cache at ${path}.`)
  const warnings: string[] = []
  const { found, newestCachedAt } = inDatabase(path, (db) => readTables(db, path, warnings))
  const { documents, unreadable } = collectDocuments(found)
  const derived = deriveReadings(documents, options.source)
  const { from, to } = options.range ?? { from: '', to: '9999-12-31' }
  return {
    readings: derived.readings.filter(({ day }) => day >= from && day <= to),
    warnings: [...warnings, ...unreadable.map(({ place, reason }) => `${place}: ${reason}`), ...derived.warnings],
    newestCachedAt,
  }
}

function inDatabase<T>(path: string, work: (db: Database.Database) => T): T {
  let db: Database.Database | undefined
  try {
    // Another program writes this file: a moment's patience with its lock, no more.
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: 1_000 })
    return work(db)
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError('malformed', `The Oura cache ${path} cannot be read as an SQLite database.`, { cause: error })
  } finally {
    db?.close()
  }
}

function readTables(db: Database.Database, path: string, warnings: string[]) {
  const found: FoundDocument[] = []
  let newestCachedAt: Instant | null = null
  const missing = tables.filter(([table]) => !hasTable(db, table))
  if (missing.length === tables.length) throw new SourceError('malformed', `${path} is not an Oura cache: it has none of its tables.`)
  for (const [table] of missing) warnings.push(`The Oura cache has no table ${table}; what it would say is missing.`)
  for (const [table, collection] of tables) {
    if (missing.some(([name]) => name === table)) continue
    for (const row of rowsOf(db, table, warnings)) {
      const value = parsedData(row.data)
      const place = `${table} row ${String(row.id)}`
      if (value === undefined) warnings.push(`${place}: the data is not JSON.`)
      else for (const document of documentsIn(value, collection)) found.push({ ...document, place })
      const cachedAt = instantOf(row.cached_at)
      if (cachedAt !== null && cachedAt > (newestCachedAt ?? 0)) newestCachedAt = cachedAt
    }
  }
  return { found, newestCachedAt }
}

function hasTable(db: Database.Database, table: string): boolean {
  return db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table) !== undefined
}

/** The oldest first, so that a later word on the same day counts. A table without the expected columns is skipped. */
function rowsOf(db: Database.Database, table: string, warnings: string[]): readonly CacheRow[] {
  try {
    // The columns are the ones asked for; what is in them is looked at before it is used.
    return db.prepare(`SELECT id, day, data, cached_at FROM ${table} ORDER BY cached_at, rowid`).all() as CacheRow[]
  } catch (error) {
    warnings.push(`The table ${table} of the Oura cache cannot be read: ${error instanceof Error ? error.message : 'unknown error'}.`)
    return []
  }
}

function parsedData(data: unknown): unknown {
  const text = Buffer.isBuffer(data) ? data.toString('utf8') : data
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Seconds or milliseconds since 1970, or a date in words: the cache's writers differ. */
function instantOf(value: unknown): Instant | null {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value
  if (typeof value !== 'string') return null
  const number = Number(value)
  const parsed = Number.isFinite(number) && value.trim() !== '' ? instantOf(number) : Date.parse(value)
  return parsed === null || Number.isNaN(parsed) ? null : parsed
}
