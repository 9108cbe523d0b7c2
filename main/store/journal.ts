import type { Instant } from '../domain/instant.ts'
import type { JournalEntry, JournalSeverity, NewJournalEntry } from '../domain/journal-entry.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Reader, SqlValue, Writer } from './handle.ts'
import { hashOf, type JournalRow } from './journal-chain.ts'
import { fromJson, likePattern } from './values.ts'

export function entryOf({ data, previous_hash: previousHash, ...row }: JournalRow): JournalEntry {
  return { ...row, data: fromJson(data), previousHash }
}

/** Writes entries in the order given, each chained to the one before, in one transaction; answers the last id. */
export function appendJournal(db: Writer, entries: readonly NewJournalEntry[]): number {
  return db.transaction(() => {
    let { id, hash } = journalHead(db)
    for (const entry of entries) {
      id += 1
      const row = { id, ...entry, data: canonicalJson(entry.data), previous_hash: hash }
      hash = hashOf(row)
      insertRow(db, { ...row, hash })
    }
    db.run('UPDATE journal_head SET id = ?, hash = ?', id, hash)
    return id
  })
}

/** The newest link: its id and hash; 0 and the chain's start before the first entry. */
export function journalHead(db: Reader): { readonly id: number; readonly hash: string } {
  const head = db.get<{ id: number; hash: string }>('SELECT id, hash FROM journal_head')
  if (!head) throw new Error('The journal has no head: migration 1 writes it and nothing takes it away.')
  return head
}

/** Writes a row as it is, its place in the chain included. */
export function insertRow(db: Writer, row: JournalRow): void {
  db.run(
    'INSERT INTO journal (id, at, type, source, severity, title, data, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.at,
    row.type,
    row.source,
    row.severity,
    row.title,
    row.data,
    row.previous_hash,
    row.hash,
  )
}

export type JournalFilter = {
  readonly types?: readonly string[] | undefined
  readonly sources?: readonly string[] | undefined
  readonly severities?: readonly JournalSeverity[] | undefined
  /** Found in title or data, whatever the case. */
  readonly search?: string | undefined
  /** At or after. */
  readonly since?: Instant | undefined
  /** Before. */
  readonly until?: Instant | undefined
  /** For the next page: the id of the last entry of the page before. */
  readonly before?: number | undefined
  readonly limit: number
}

/** The newest first. */
export function listJournal(db: Reader, filter: JournalFilter): readonly JournalEntry[] {
  const conditions = ['1 = 1']
  const parameters: Record<string, SqlValue> = { limit: filter.limit }
  const add = (name: string, value: SqlValue | undefined, condition: string) => {
    if (value === undefined) return
    conditions.push(condition)
    parameters[name] = value
  }
  add('types', filter.types && JSON.stringify(filter.types), 'type IN (SELECT value FROM json_each(:types))')
  add('sources', filter.sources && JSON.stringify(filter.sources), 'source IN (SELECT value FROM json_each(:sources))')
  add('severities', filter.severities && JSON.stringify(filter.severities), 'severity IN (SELECT value FROM json_each(:severities))')
  add('search', filter.search && likePattern(filter.search), String.raw`(title LIKE :search ESCAPE '\' OR data LIKE :search ESCAPE '\')`)
  add('since', filter.since, 'at >= :since')
  add('until', filter.until, 'at < :until')
  add('before', filter.before, 'id < :before')
  const sql = `SELECT * FROM journal WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT :limit`
  return db.all<JournalRow>(sql, parameters).map(entryOf)
}
