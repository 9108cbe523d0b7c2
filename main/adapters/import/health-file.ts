import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { OperatorError } from '../../domain/operator-error.ts'
import type { Reading } from '../../domain/reading.ts'
import { SourceError } from '../../domain/source-error.ts'
import { readOuraCache } from '../oura/cache-database.ts'
import { collectDocuments, documentsIn, type FoundDocument } from '../oura/collect-documents.ts'
import { deriveReadings } from '../oura/derive.ts'
import { healthCsvHeader, parseHealthCsv } from './health-csv.ts'
import { isOuraCsv, parseOuraCsv } from './oura-csv.ts'
import type { Skipped } from './skipped.ts'
import { isZip, zipEntries } from './zip-entries.ts'

export type HealthFile = {
  readonly kind: 'csv' | 'oura_export' | 'oura_cache'
  readonly readings: readonly Omit<Reading, 'readAt'>[]
  /** Lines of the CSV; elsewhere readings, believed or not. */
  readonly read: number
  readonly skipped: readonly Skipped[]
}

type Part = { readonly name: string; readonly content: Buffer }

/**
 * Health data from a file: a CSV `day,metric,value`, an Oura account export (its zip, its unpacked folder, or one CSV or JSON file of
 * it), or an Oura cache database. Which one it is, is seen in the content. Throws OperatorError: `not_found`, `malformed_input`.
 */
export function readHealthFile(path: string): HealthFile {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) throw new OperatorError('not_found', `There is no file ${path}.`)
  if (status.isDirectory()) return fromExport([...folderParts(path)], path)
  if (beginsLikeSqlite(path)) return fromCache(path)
  const content = readFileSync(path)
  if (isZip(content)) return fromExport([...zipEntries(content, isWanted)], path)
  const text = textOf(content)
  if (healthCsvHeader(text)) return { kind: 'csv', ...parseHealthCsv(text, 'csv') }
  return fromExport([{ name: basename(path), content }], path)
}

function fromCache(path: string): HealthFile {
  try {
    const { readings, warnings } = readOuraCache(path, { source: 'oura_cache' })
    return {
      kind: 'oura_cache',
      readings,
      read: readings.length + warnings.length,
      skipped: warnings.map((reason) => ({ line: null, reason })),
    }
  } catch (error) {
    if (error instanceof SourceError) throw new OperatorError('malformed_input', error.message, { cause: error })
    throw error
  }
}

function fromExport(parts: readonly Part[], path: string): HealthFile {
  const found: FoundDocument[] = []
  const skipped: Skipped[] = []
  for (const { name, content } of parts) {
    const text = textOf(content)
    if (isOuraCsv(text)) {
      const table = parseOuraCsv(text, basename(name))
      found.push(...table.found)
      skipped.push(...table.skipped)
    } else if (/^\s*[[{]/.test(text)) {
      const value = parseJson(text)
      if (value === undefined) skipped.push({ line: null, reason: `${name} is not valid JSON` })
      else for (const document of documentsIn(value, basename(name))) found.push(document)
    }
  }
  const { documents, unreadable } = collectDocuments(found)
  const { readings, warnings } = deriveReadings(documents, 'oura_export')
  skipped.push(...unreadable.map(({ place, reason }) => ({ line: lineIn(place), reason: `${place}: ${reason}` })))
  skipped.push(...warnings.map((reason) => ({ line: null, reason })))
  if (readings.length === 0 && unreadable.length + warnings.length === 0) throw notHealthData(path, skipped)
  return { kind: 'oura_export', readings, read: readings.length + skipped.length, skipped }
}

function notHealthData(path: string, skipped: readonly Skipped[]): OperatorError {
  const [first] = skipped
  const why = first ? ` (${first.reason})` : ''
  return new OperatorError(
    'malformed_input',
    `${path} holds no health data that is known here${why}. A CSV begins with the line day,metric,value; an Oura export is its zip, its folder, or a CSV or JSON file of it; an Oura cache is an SQLite database.`,
  )
}

function* folderParts(folder: string): Generator<Part> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && isWanted(entry.name)) yield { name: entry.name, content: readFileSync(join(entry.parentPath, entry.name)) }
  }
}

/** Minute by minute series are large and nothing here needs them. */
function isWanted(name: string): boolean {
  return /\.(csv|json)$/i.test(name) && !/heart_?rate|temperature|battery|spo2|__MACOSX/i.test(name)
}

function textOf(content: Buffer): string {
  return content.toString('utf8').replace(/^\uFEFF/, '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function lineIn(place: string): number | null {
  const line = / line (\d+)$/.exec(place)?.[1]
  return line === undefined ? null : Number(line)
}

function beginsLikeSqlite(path: string): boolean {
  const start = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    return readSync(file, start, 0, 16, 0) === 16 && start.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(file)
  }
}
