import type { LocalDay } from '../domain/local-day.ts'
import { metrics, type Metric, type Reading } from '../domain/reading.ts'
import type { Reader, Writer } from './handle.ts'

const columns = 'metric, day, value, source, read_at AS readAt, basis_minutes AS basisMinutes'

export type SavedCounts = { readonly added: number; readonly changed: number; readonly unchanged: number }

/**
 * Stores readings, one a metric, day and source, in one transaction. A value that is already there keeps the time it first arrived: a
 * source asked every quarter of an hour says nothing new by repeating itself, and two sources that differ do not take turns at being newest.
 */
export function saveReadings(db: Writer, readings: readonly Reading[]): SavedCounts {
  let added = 0
  let changed = 0
  db.transaction(() => {
    for (const { metric, day, source, value, readAt, basisMinutes } of readings) {
      if (db.run(insert, metric, day, source, value, readAt, basisMinutes).changes > 0) added += 1
      else changed += db.run(update, value, readAt, basisMinutes, metric, day, source, value, basisMinutes).changes
    }
  })
  return { added, changed, unchanged: readings.length - added - changed }
}

const insert = `INSERT INTO readings (metric, day, source, value, read_at, basis_minutes) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (metric, day, source) DO NOTHING`
const update = `UPDATE readings SET value = ?, read_at = ?, basis_minutes = ?
  WHERE metric = ? AND day = ? AND source = ? AND (value IS NOT ? OR basis_minutes IS NOT ?)`

export type ReadingRange = { readonly from: LocalDay; readonly to: LocalDay; readonly metrics?: readonly Metric[] | undefined }

/** One reading a metric and day, both ends included, the oldest day first; where sources differ the one that arrived last counts. */
export function loadReadings(db: Reader, range: ReadingRange): readonly Reading[] {
  const sql = `SELECT ${columns} FROM readings WHERE day BETWEEN ? AND ? AND metric IN (SELECT value FROM json_each(?))
    ORDER BY day, metric, read_at, source`
  return lastOfEach(db.all<Reading>(sql, range.from, range.to, JSON.stringify(range.metrics ?? metrics)))
}

/** The readings of one metric over days, as above. */
export function listMetric(db: Reader, metric: Metric, from: LocalDay, to: LocalDay): readonly Reading[] {
  const sql = `SELECT ${columns} FROM readings WHERE metric = ? AND day BETWEEN ? AND ? ORDER BY day, read_at, source`
  return lastOfEach(db.all<Reading>(sql, metric, from, to))
}

/** The reading of the newest day, the last to arrive where there are several; of any source, or of those named. */
export function newestReading(db: Reader, sources?: readonly string[]): Reading | undefined {
  if (sources === undefined) return db.get<Reading>(`SELECT ${columns} FROM readings ${newest}`)
  return db.get<Reading>(
    `SELECT ${columns} FROM readings WHERE source IN (SELECT value FROM json_each(?)) ${newest}`,
    JSON.stringify(sources),
  )
}

const newest = 'ORDER BY day DESC, read_at DESC, metric LIMIT 1'

/** Of readings sorted so that those of one metric and day stand together, the last of each. */
function lastOfEach(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter((reading, index) => {
    const following = readings[index + 1]
    return following === undefined || following.metric !== reading.metric || following.day !== reading.day
  })
}
