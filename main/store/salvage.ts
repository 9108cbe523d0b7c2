import type { Reader, SqlValue, Writer } from './handle.ts'
import { hashOf, type JournalRow } from './journal-chain.ts'
import { tableNames } from './tables.ts'

export type SalvagedTable = {
  readonly table: string
  /** Rows read from the damaged file and written here. */
  readonly rows: number
  /** Whether every row could be read. */
  readonly whole: boolean
}

type Row = Readonly<Record<string, SqlValue>>

/** Row numbers read by one statement where nothing is damaged. */
const windowSize = 1 << 14

/**
 * Brings rows of a damaged database into a sound one of the same schema, table by table. A table that can be read whole replaces what is
 * here, so that what was deleted since the backup stays deleted; of any other the readable rows are laid over what is here. Rows that the
 * schema refuses, and journal entries that do not match their hash, are damage and stay out.
 */
export function salvage(damaged: Reader, target: Writer): readonly SalvagedTable[] {
  const tables = tableNames(target).filter((table) => table !== 'journal_head')
  target.script('PRAGMA foreign_keys = OFF')
  return target.transaction(() => withoutTriggers(target, () => tables.map((table) => salvageTable(damaged, target, table))))
}

function salvageTable(damaged: Reader, target: Writer, table: string): SalvagedTable {
  const columns = sharedColumns(damaged, target, table)
  if (columns.length === 0) return { table, rows: 0, whole: false }
  const names = columns.map((column) => `"${column}"`).join(', ')
  const insert = `INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`
  const found = readTable(damaged, table, names)
  if (found.whole && found.rows.every((row) => isSound(table, row)) && replaceAll(target, table, insert, found.rows))
    return { table, rows: found.rows.length, whole: true }
  const rows = found.rows.filter((row) => isSound(table, row) && attempt(() => target.run(insert, row)) !== undefined)
  return { table, rows: rows.length, whole: false }
}

/** False, with nothing changed, when the schema refuses a row. */
function replaceAll(target: Writer, table: string, insert: string, rows: readonly Row[]): boolean {
  const done = attempt(() =>
    target.transaction(() => {
      target.run(`DELETE FROM "${table}"`)
      for (const row of rows) target.run(insert, row)
      return true
    }),
  )
  return done === true
}

function readTable(damaged: Reader, table: string, names: string): { readonly rows: readonly Row[]; readonly whole: boolean } {
  const all = attempt(() => damaged.all<Row>(`SELECT ${names} FROM "${table}"`))
  if (all) return { rows: all, whole: true }
  const rows: Row[] = []
  const last = lastRowid(damaged, table)
  let whole = last.known
  for (let from = last.first; from <= last.last; from += windowSize) {
    whole =
      readRange(
        damaged,
        `SELECT ${names} FROM "${table}" WHERE rowid BETWEEN ? AND ?`,
        from,
        Math.min(last.last, from + windowSize - 1),
        rows,
      ) && whole
  }
  return { rows, whole }
}

/** Halves a range that cannot be read until what cannot be read is single rows; answers whether all could. */
function readRange(damaged: Reader, sql: string, from: number, to: number, into: Row[]): boolean {
  const found = attempt(() => damaged.all<Row>(sql, from, to))
  if (found) {
    for (const row of found) into.push(row)
    return true
  }
  if (from === to) return false
  const middle = Math.floor((from + to) / 2)
  const left = readRange(damaged, sql, from, middle, into)
  return readRange(damaged, sql, middle + 1, to, into) && left
}

/** Where the ends of the table are damaged too, as many rows as the file could hold are tried. */
function lastRowid(damaged: Reader, table: string): { readonly first: number; readonly last: number; readonly known: boolean } {
  const first = attempt(() => damaged.get<{ at: number | null }>(`SELECT min(rowid) AS at FROM "${table}"`))
  const last = attempt(() => damaged.get<{ at: number | null }>(`SELECT max(rowid) AS at FROM "${table}"`))
  const size = attempt(() =>
    damaged.get<{ bytes: number }>('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size'),
  )
  return {
    first: first?.at ?? 1,
    last: last ? (last.at ?? 0) : Math.ceil((size?.bytes ?? 0) / 32),
    known: first !== undefined && last !== undefined,
  }
}

function sharedColumns(damaged: Reader, target: Reader, table: string): readonly string[] {
  const columnsOf = (db: Reader) => attempt(() => db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table)) ?? []
  const known = new Set(columnsOf(damaged).map(({ name }) => name))
  return columnsOf(target).flatMap(({ name }) => (known.has(name) ? [name] : []))
}

function isSound(table: string, row: Row): boolean {
  if (table !== 'journal') return true
  // The columns of the journal are those of its rows; a row of wrong types does not match its hash either.
  const entry = row as unknown as JournalRow
  return hashOf(entry) === entry.hash
}

/** Triggers keep journal and captures from being replaced; here that is the purpose. */
function withoutTriggers<T>(db: Writer, work: () => T): T {
  const triggers = db.all<{ name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
  for (const { name } of triggers) db.script(`DROP TRIGGER "${name}"`)
  const result = work()
  for (const { sql } of triggers) db.script(sql)
  return result
}

/** Undefined where the damage is in the way, whatever form it takes. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
