import type { Writer } from './handle.ts'
import { appendJournal, insertRow, journalHead } from './journal.ts'
import type { JournalRow } from './journal-chain.ts'
import { rowOfLine } from './journal-lines.ts'
import { fromJson } from './values.ts'

export type JournalImport = { readonly read: number; readonly added: number; readonly unchanged: number }

/**
 * Brings entries of an export in, each once: one whose hash is known already changes nothing. Into an empty journal they come with their
 * own chain; elsewhere they are appended as new links that keep their own time. All or nothing: one bad line refuses the whole file.
 */
export function importJournal(db: Writer, lines: Iterable<string>): JournalImport {
  return db.transaction(() => {
    const counts = { read: 0, added: 0, unchanged: 0 }
    let whole = journalHead(db).id === 0
    let number = 0
    for (const line of lines) {
      number += 1
      if (line.trim() === '') continue
      const row = rowOfLine(line, number)
      const { id, hash } = journalHead(db)
      whole &&= row.previous_hash === hash && row.id === id + 1
      counts.read += 1
      counts[importRow(db, row, whole) ? 'added' : 'unchanged'] += 1
    }
    return counts
  })
}

function importRow(db: Writer, row: JournalRow, keepsChain: boolean): boolean {
  if (db.get('SELECT 1 FROM journal_imports WHERE hash = ?', row.hash)) return false
  if (db.get('SELECT 1 FROM journal WHERE id = ? AND hash = ?', row.id, row.hash)) return false
  if (keepsChain) {
    insertRow(db, row)
    db.run('UPDATE journal_head SET id = ?, hash = ?', row.id, row.hash)
    return true
  }
  const { at, type, source, severity, title, data } = row
  const id = appendJournal(db, [{ at, type, source, severity, title, data: fromJson(data) }])
  db.run('INSERT INTO journal_imports (hash, journal_id) VALUES (?, ?)', row.hash, id)
  return true
}
