import { statSync } from 'node:fs'
import { integrityProblems } from './backup-file.ts'
import type { Reader, Writer } from './handle.ts'
import { verifyJournal, type JournalVerdict } from './journal-verify.ts'

export type VerifyReport = {
  readonly ok: boolean
  /** What SQLite finds wrong with the file, and rows that refer to rows that are not there. */
  readonly problems: readonly string[]
  readonly journal: JournalVerdict
}

/** The whole check: the file, the references between tables, the journal's chain. Reads everything; changes nothing. */
export function verifyDatabase(db: Reader): VerifyReport {
  const orphans = db.all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
  const problems = [
    ...integrityProblems(db),
    ...orphans.map(({ table, rowid, parent }) => `${table} row ${rowid} refers to a missing row of ${parent}`),
  ]
  const journal = verifyJournal(db)
  return { ok: problems.length === 0 && journal.ok, problems, journal }
}

/** Gives the space of deleted rows back to the disk. Other processes wait meanwhile, seconds for a large database. */
export function vacuumDatabase(db: Writer): { readonly bytesBefore: number; readonly bytesAfter: number } {
  const bytesBefore = sizeOf(db.path)
  db.script('VACUUM')
  // The compacted pages lie in the log until they are folded in; only then does the file shrink.
  db.all('PRAGMA wal_checkpoint(TRUNCATE)')
  db.script('PRAGMA optimize')
  return { bytesBefore, bytesAfter: sizeOf(db.path) }
}

function sizeOf(path: string): number {
  return ['', '-wal'].reduce((sum, suffix) => sum + (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0), 0)
}
