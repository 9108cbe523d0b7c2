import { readFileSync } from 'node:fs'
import { readHealthFile } from '../adapters/import/health-file.ts'
import { parsePromiseRecords } from '../adapters/import/promise-records.ts'
import type { Skipped } from '../adapters/import/skipped.ts'
import { parseTaskRecords } from '../adapters/import/task-records.ts'
import type { Instant } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Writer } from '../store/database.ts'
import { importPromises, importTasks } from '../store/import-records.ts'
import { appendJournal } from '../store/journal.ts'
import { saveReadings, type SavedCounts } from '../store/readings.ts'

/** What an import did. `read` counts everything that was looked at, good or bad. */
export type ImportReport = SavedCounts & {
  readonly kind: 'csv' | 'oura_export' | 'oura_cache' | 'tasks' | 'promises'
  readonly read: number
  readonly skipped: readonly Skipped[]
}

/** `name` is what the journal calls the file. Imports health data; throws OperatorError for a file that is missing or not known. Importing twice equals importing once. */
export function importHealthFile(db: Writer, path: string, now: Instant, name = path): ImportReport {
  const { kind, readings, read, skipped } = readHealthFile(path)
  return db.transaction(() => {
    const counts = saveReadings(
      db,
      readings.map((reading) => ({ ...reading, readAt: now })),
    )
    return journalled(db, { kind, read, ...counts, skipped }, name, now)
  })
}

export function importTaskFile(db: Writer, path: string, now: Instant, zone: TimeZone, name = path): ImportReport {
  const { tasks, read, skipped } = parseTaskRecords(textOf(path), zone)
  return db.transaction(() => journalled(db, { kind: 'tasks', read, ...importTasks(db, tasks, now), skipped }, name, now))
}

export function importPromiseFile(db: Writer, path: string, now: Instant, zone: TimeZone, name = path): ImportReport {
  const { promises, read, skipped } = parsePromiseRecords(textOf(path), zone)
  return db.transaction(() => journalled(db, { kind: 'promises', read, ...importPromises(db, promises, now), skipped }, name, now))
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new OperatorError('not_found', `${path} cannot be read. Check the name and its permissions.`, { cause: error })
  }
}

/** An import that changed nothing leaves no trace, so that twice is once in the journal too. */
function journalled(db: Writer, report: ImportReport, name: string, now: Instant): ImportReport {
  const { kind, read, added, changed, unchanged, skipped } = report
  if (added + changed > 0) {
    const title = `Imported ${name}: ${added} added, ${changed} changed, ${skipped.length} skipped`
    const data = { kind, path: name, read, added, changed, unchanged, skipped: skipped.length }
    appendJournal(db, [{ at: now, type: 'import', source: 'owner', severity: 'info', title, data }])
  }
  return report
}
