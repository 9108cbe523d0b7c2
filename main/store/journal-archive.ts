import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Reader, Writer } from './handle.ts'
import { appendJournal } from './journal.ts'
import type { JournalRow } from './journal-chain.ts'
import { lineOf, rowOfLine } from './journal-lines.ts'
import { writeWhole } from './whole-file.ts'
import { undisturbed, type WorkControl } from './work-control.ts'

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
  { olderThan, now, folder }: { readonly olderThan: Instant; readonly now: Instant; readonly folder: string },
  { assertWanted, alone }: WorkControl = undisturbed,
): ArchiveResult {
  const first = db.get<{ id: number | null }>('SELECT min(id) AS id FROM journal')?.id ?? null
  const kept = db.get<{ id: number | null }>(
    'SELECT min(id) AS id FROM journal WHERE at >= ? OR id = (SELECT max(id) FROM journal)',
    olderThan,
  )?.id
  if (first === null || kept === null || kept === undefined || kept <= first) return { entries: 0, file: null }
  const last = db.get<JournalRow>('SELECT * FROM journal WHERE id < ? ORDER BY id DESC LIMIT 1', kept)
  if (!last) return { entries: 0, file: null }
  const file = join(folder, `journal-${first}-${last.id}.jsonl.gz`)
  const entries = writeArchive(db, file, last.id, assertWanted)
  alone(() =>
    db.transaction(() => {
      db.run(
        `INSERT OR REPLACE INTO journal_anchors (last_id, first_id, hash, kind, file, at) VALUES (?, ?, ?, 'archived', ?, ?)`,
        last.id,
        first,
        last.hash,
        basename(file),
        now,
      )
      db.run('DELETE FROM journal WHERE id <= ?', last.id)
      const title = `${entries} journal entries were archived`
      appendJournal(db, [{ at: now, type: 'journal_archived', source: 'owner', severity: 'info', title, data: { entries, file } }])
    }),
  )
  return { entries, file }
}

/** The lines of an archive. */
export function readArchive(file: string): readonly string[] {
  return linesOf(readFileSync(file))
}

function linesOf(compressed: Buffer): readonly string[] {
  return gunzipSync(compressed)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function writeArchive(db: Reader, file: string, lastId: number, assertWanted: () => void): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const write = (unfinished: string) => {
    const parts = writeParts(db, unfinished, lastId, assertWanted)
    assertReadable(unfinished, file, parts, assertWanted)
    return parts.reduce((sum, { entries }) => sum + entries, 0)
  }
  // One of the same name holds the same entries: it was written before a crash.
  return writeWhole(file, write, { replace: true })
}

/** One compressed batch within the file. */
type Part = { readonly bytes: number; readonly entries: number }

function writeParts(db: Reader, path: string, lastId: number, assertWanted: () => void): readonly Part[] {
  const output = openSync(path, 'w', 0o600)
  const parts: Part[] = []
  try {
    for (let from = 0; ;) {
      const rows = db.all<JournalRow>('SELECT * FROM journal WHERE id > ? AND id <= ? ORDER BY id LIMIT ?', from, lastId, batch)
      const last = rows.at(-1)
      if (last === undefined) return parts
      const bytes = gzipSync(rows.map(lineOf).join(''))
      for (let written = 0; written < bytes.length;) written += writeSync(output, bytes, written)
      parts.push({ bytes: bytes.length, entries: rows.length })
      from = last.id
      assertWanted()
    }
  } finally {
    closeSync(output)
  }
}

function assertReadable(path: string, file: string, parts: readonly Part[], assertWanted: () => void): void {
  const input = openSync(path, 'r')
  try {
    let at = 0
    for (const { bytes, entries } of parts) {
      const part = Buffer.alloc(bytes)
      readSync(input, part, 0, bytes, at)
      const lines = linesOf(part)
      lines.forEach((line, index) => rowOfLine(line, index + 1))
      if (lines.length !== entries) throw new OperatorError('failed', `The archive ${file} could not be read back. Nothing was moved.`)
      at += bytes
      assertWanted()
    }
  } finally {
    closeSync(input)
  }
}
