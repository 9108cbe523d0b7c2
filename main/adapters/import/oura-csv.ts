import { parse } from 'csv-parse/sync'
import { collectionNamed, type FoundDocument } from '../oura/collect-documents.ts'
import { firstLine } from './health-csv.ts'
import type { Skipped } from './skipped.ts'

export type OuraTable = { readonly found: readonly FoundDocument[]; readonly skipped: readonly Skipped[] }

type Row = Readonly<Record<string, string>>

/** Columns that only a table with something for us has: see collect-documents.ts, and the older export of trends in one table. */
const telling = ['total_sleep_duration', 'stress_high', 'steps', 'contributors', 'contributors_recovery_index', 'readiness_score']

/** Whether a CSV file is one of Oura's that readings can be taken from, by its header. */
export function isOuraCsv(text: string): boolean {
  const names = headerOf(text)
  return (names.includes('day') || names.includes('date')) && (telling.some((name) => names.includes(name)) || names.includes('score'))
}

/**
 * The documents in a table of Oura's account export. Its columns are the fields of the API's documents, nested ones as JSON text or as
 * `contributors.name`; the older table of trends has everything about a day in one row.
 */
export function parseOuraCsv(text: string, name: string): OuraTable {
  const skipped: Skipped[] = []
  const records = parse(text, {
    bom: true,
    columns: (header: readonly string[]) => header.map(plainName),
    delimiter: separatorOf(firstLine(text)),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      skipped.push({
        line: typeof error?.['lines'] === 'number' ? error['lines'] : null,
        reason: `${name}: ${error?.message ?? 'unreadable line'}`,
      })
    },
  }) as unknown as readonly { readonly record: Row; readonly info: { readonly lines: number } }[]
  const found = records.flatMap(({ record, info }) =>
    documentsOf(record).map((value) => ({ value, place: `${name} line ${info.lines}`, hint: collectionNamed(name) })),
  )
  return { found, skipped }
}

function documentsOf(row: Row): readonly unknown[] {
  return 'date' in row && ('readiness_score' in row || 'sleep_score' in row) ? trendsDocuments(row) : [document(row)]
}

/** Empty cells are missing values, numbers are numbers, JSON is JSON, and `contributors_…` go under `contributors`. */
function document(row: Row): Readonly<Record<string, unknown>> {
  const entries = Object.entries(row).map(([name, text]) => [name, cell(text)] as const)
  const contributors = entries.flatMap(([name, value]) =>
    name.startsWith('contributors_') ? [[name.slice('contributors_'.length), value]] : [],
  )
  return {
    ...Object.fromEntries(entries),
    ...(contributors.length > 0 ? { contributors: Object.fromEntries(contributors) as unknown } : {}),
  }
}

function trendsDocuments(row: Row): readonly unknown[] {
  const day = row['date']
  const value = (name: string) => cell(row[name] ?? '')
  return [
    { day, score: value('readiness_score'), contributors: { recovery_index: value('recovery_index_score') } },
    { day, score: value('sleep_score'), contributors: { total_sleep: value('total_sleep_score') } },
    {
      day,
      type: 'long_sleep',
      total_sleep_duration: value('total_sleep_duration'),
      average_hrv: value('average_hrv'),
      lowest_heart_rate: value('lowest_resting_heart_rate'),
    },
    { day, score: value('activity_score'), steps: value('steps') },
  ]
}

function cell(text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === 'None' || trimmed === 'null' || trimmed === 'NaN') return null
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed)
  if (!/^[{[]/.test(trimmed)) return trimmed
  try {
    return JSON.parse(trimmed) as unknown
  } catch {
    return trimmed
  }
}

function headerOf(text: string): readonly string[] {
  const header = firstLine(text)
  return header.split(separatorOf(header)).map(plainName)
}

/** `Recovery Index Score`, `contributors.recovery_index` → `recovery_index_score`, `contributors_recovery_index`. */
function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}

function separatorOf(header: string): string {
  return [';', '\t', ','].find((separator) => header.includes(separator)) ?? ','
}
