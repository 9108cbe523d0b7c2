import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { syncPath } from './backup-file.ts'
import type { Writer } from './handle.ts'
import type { JournalRow } from './journal-chain.ts'
import { lineOf, rowOfLine } from './journal-lines.ts'
import { explainStoreError } from './sqlite-errors.ts'

export type ArchiveResult = { readonly entries: number; /** Null where nothing was old enough. */ readonly file: string | null }

/** Entries compressed at a time: a gzip file may be several put together, so nothing has to be held whole. */
const batch = 20_000

/**
 * Moves entries older than a moment to a compressed file and leaves an anchor that keeps the chain verifiable. Only the beginning of the
 * journal goes: the first entry that is young enough stays and so does all after it, and always the newest. The file is complete and
 * read back before a row is deleted; a crash in between leaves both, and the next time another file.
 */
export function archiveJournal(
  db: Writer,
  options: { readonly olderThan: Instant; readonly now: Instant; readonly folder: string },
): ArchiveResult {
  const first = db.get<{ id: number | null }>('SELECT min(id) AS id FROM journal')?.id ?? null
  const kept = db.get<{ id: number | null }>(
    'SELECT min(id) AS id FROM journal WHERE at >= ? OR id = (SELECT max(id) FROM journal)',
    options.olderThan,
  )?.id
  if (first === null || kept === null || kept === undefined || kept <= first) return { entries: 0, file: null }
  const last = db.get<JournalRow>('SELECT * FROM journal WHERE id < ? ORDER BY id DESC LIMIT 1', kept)
  if (!last) return { entries: 0, file: null }
  const file = join(options.folder, `journal-${first}-${last.id}.jsonl.gz`)
  const entries = writeArchive(db, file, last.id)
  db.transaction(() => {
    db.run(
      `INSERT OR REPLACE INTO journal_anchors (last_id, first_id, hash, kind, file, at) VALUES (?, ?, ?, 'archived', ?, ?)`,
      last.id,
      first,
      last.hash,
      basename(file),
      options.now,
    )
    db.run('DELETE FROM journal WHERE id <= ?', last.id)
  })
  return { entries, file }
}

/** The lines of an archive. */
export function readArchive(file: string): readonly string[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function writeArchive(db: Writer, file: string, lastId: number): number {
  const unfinished = `${file}.unfinished`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    rmSync(unfinished, { force: true })
    const entries = writeBatches(db, unfinished, lastId)
    const lines = readArchive(unfinished)
    lines.forEach((line, index) => rowOfLine(line, index + 1))
    if (lines.length !== entries) throw new OperatorError('failed', `The archive ${file} could not be read back. Nothing was moved.`)
    renameSync(unfinished, file)
    syncPath(dirname(file))
    return entries
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw explainStoreError(error, file)
  }
}

function writeBatches(db: Writer, path: string, lastId: number): number {
  const output = openSync(path, 'wx', 0o600)
  let entries = 0
  try {
    for (let from = 0; ;) {
      const rows = db.all<JournalRow>('SELECT * FROM journal WHERE id > ? AND id <= ? ORDER BY id LIMIT ?', from, lastId, batch)
      if (rows.length === 0) break
      const bytes = gzipSync(rows.map(lineOf).join(''))
      for (let written = 0; written < bytes.length;) written += writeSync(output, bytes, written)
      entries += rows.length
      from = rows.at(-1)?.id ?? lastId
    }
    fsyncSync(output)
    return entries
  } finally {
    closeSync(output)
  }
}
