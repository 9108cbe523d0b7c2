import { OperatorError } from '../domain/operator-error.ts'
import type { Reader, SqlValue, Writer } from './handle.ts'
import { hashOf, type JournalRow } from './journal-chain.ts'
import { leavesByRoot, rowsOfLeaf, type LeafRow } from './leaf-rows.ts'
import { openPageFile, type PageFile } from './page-file.ts'
import { tableNames } from './tables.ts'

export type SalvagedTable = {
  readonly table: string
  /** Rows read from the damaged file and written here. */
  readonly rows: number
  /** Whether every row could be read. */
  readonly whole: boolean
}

/** A damaged database that SQLite opens, its log folded in. */
export type Evidence = {
  readonly db: Reader
  /** Whether the beginning of the file, which tells the pages in force from the others, is its own. */
  readonly isHeaderOwn: boolean
}

type Row = Readonly<Record<string, SqlValue>>

type Column = { readonly name: string; readonly isRowid: boolean }

/** A table of the sound database, and how to write a row of the damaged one into it. */
type Place = { readonly table: string; readonly columns: readonly Column[]; readonly root: number | null; readonly insert: string }

/**
 * Brings rows of a damaged database into a sound one of the same schema, table by table. A table that SQLite can read whole replaces what is
 * here, so that what was deleted since the backup stays deleted; of any other the rows of its undamaged pages are laid over what is here, also
 * where the way to them is damaged. Rows that the schema refuses, and journal entries that do not match their hash, are damage and stay out.
 */
export function salvage(evidence: Evidence, target: Writer): readonly SalvagedTable[] {
  const places = tableNames(target).flatMap((table) => (table === 'journal_head' ? [] : [placeOf(evidence.db, target, table)]))
  target.script('PRAGMA foreign_keys = OFF')
  return target.transaction(() => withoutTriggers(target, () => salvageAll(evidence, target, places)))
}

function salvageAll(evidence: Evidence, target: Writer, places: readonly Place[]): readonly SalvagedTable[] {
  const whole = new Map(places.map((place) => [place, replaceWhole(evidence.db, target, place)]))
  const rest = places.filter((place) => whole.get(place) === undefined)
  const found = rest.length === 0 ? new Map<Place, number>() : salvagePages(evidence, target, rest, places)
  return places.map((place) => {
    const rows = whole.get(place)
    return { table: place.table, rows: rows ?? found.get(place) ?? 0, whole: rows !== undefined }
  })
}

/** How many rows; undefined, with nothing changed, where not all of them can be read or the schema refuses one. */
function replaceWhole(damaged: Reader, target: Writer, { table, columns, insert }: Place): number | undefined {
  if (columns.length === 0) return undefined
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  return attempt(() =>
    target.transaction(() => {
      target.run(`DELETE FROM "${table}"`)
      let rows = 0
      for (const row of damaged.iterate<Row>(`SELECT ${names} FROM "${table}"`)) {
        if (!isSound(table, row)) throw new RangeError('The row was changed.')
        target.run(insert, row)
        rows += 1
      }
      return rows
    }),
  )
}

/** Reads the pages themselves: those that hang from a table's root, then those that hang from nothing any more. */
function salvagePages({ db, isHeaderOwn }: Evidence, target: Writer, rest: readonly Place[], all: readonly Place[]): Map<Place, number> {
  const file = openPageFile(db.path)
  try {
    const counts = new Map<Place, number>()
    const add = (place: Place, rows: number) => counts.set(place, (counts.get(place) ?? 0) + rows)
    const leaves = leavesByRoot(file)
    for (const place of rest)
      for (const leaf of leaves.get(place.root ?? 0) ?? []) add(place, keepRows(target, place, rowsOfLeaf(file, leaf)))
    const known = new Set([1, ...all.map(({ root }) => root)])
    const lone = [...leaves].flatMap(([root, below]) => (known.has(root) ? [] : below))
    for (const leaf of isHeaderOwn ? inForce(file, lone) : []) {
      const rows = rowsOfLeaf(file, leaf)
      const place = whoseRows(target, rest, rows)
      if (place) add(place, keepRows(target, place, rows))
    }
    return counts
  } finally {
    file.close()
  }
}

/** Where it cannot be told which pages are free, none is trusted: what was deleted must not come back. */
function inForce({ free }: PageFile, leaves: readonly number[]): readonly number[] {
  return free === null ? [] : leaves.filter((leaf) => !free.has(leaf))
}

/** The one table that takes all rows of a page; none where two would. */
function whoseRows(target: Writer, places: readonly Place[], rows: readonly LeafRow[]): Place | undefined {
  if (rows.length === 0) return undefined
  const [only, another] = places.filter((place) => takesAll(target, place, rows))
  return another === undefined ? only : undefined
}

function takesAll(target: Writer, place: Place, rows: readonly LeafRow[]): boolean {
  if (rows.some(({ values }) => values.length !== place.columns.length)) return false
  const undone = new Error('It was only a trial.')
  try {
    target.transaction(() => {
      if (keepRows(target, place, rows) === rows.length) throw undone
    })
    return false
  } catch (error) {
    if (error === undone) return true
    throw error
  }
}

function keepRows(target: Writer, { table, columns, insert }: Place, rows: readonly LeafRow[]): number {
  return rows.filter(({ rowid, values }) => {
    const row = Object.fromEntries(columns.map(({ isRowid, name }, index) => [name, isRowid ? rowid : (values[index] ?? null)]))
    return isSound(table, row) && attempt(() => target.run(insert, row)) !== undefined
  }).length
}

function placeOf(damaged: Reader, target: Reader, table: string): Place {
  const known = new Set(columnsOf(target, table).map(({ name }) => name))
  const columns = attempt(() => columnsOf(damaged, table)) ?? []
  const shared = columns.filter(({ name }) => known.has(name))
  const root = attempt(() =>
    damaged.get<{ rootpage: number }>(`SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?`, table),
  )
  const names = shared.map(({ name }) => `"${name}"`).join(', ')
  const insert = `INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${shared.map(({ name }) => `:${name}`).join(', ')})`
  return { table, columns, root: root?.rootpage ?? null, insert }
}

/** In the order of the values of a row. A column that is the row's number is not among them. */
function columnsOf(db: Reader, table: string): readonly Column[] {
  const columns = db.all<{ name: string; type: string; pk: number }>('SELECT name, type, pk FROM pragma_table_info(?)', table)
  const keys = columns.filter(({ pk }) => pk > 0).length
  return columns.map(({ name, pk, type }) => ({ name, isRowid: pk === 1 && keys === 1 && type === 'INTEGER' }))
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

/** Undefined where the damage is in the way, whatever form it takes. A disk that is full is none of it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof OperatorError && error.code === 'disk_full') throw error
    return undefined
  }
}
