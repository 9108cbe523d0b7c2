import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { journalSeverities } from '../domain/journal-entry.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Reader } from './handle.ts'
import { hashOf, type JournalRow } from './journal-chain.ts'
import { fromJson, isRecord } from './values.ts'
import { writeWhole } from './whole-file.ts'
import { undisturbed, type WorkControl } from './work-control.ts'

/** One entry as a line of JSON: everything its hash is made of, and the hash. */
export function lineOf(row: JournalRow): string {
  const { id, at, type, source, severity, title, data, previous_hash, hash } = row
  const entry = { id, at: new Date(at).toISOString(), type, source, severity, title, data: fromJson<unknown>(data), previous_hash, hash }
  return `${JSON.stringify(entry)}\n`
}

/** The journal as JSON Lines, the oldest entry first, one line at a time. */
export function* journalLines(db: Reader, lastId = Number.MAX_SAFE_INTEGER): Generator<string> {
  for (const row of db.iterate<JournalRow>('SELECT * FROM journal WHERE id <= ? ORDER BY id', lastId)) yield lineOf(row)
}

/**
 * Writes the journal to a file for its owner alone, whole or not at all; answers how many entries. Throws `refused` where there is a file of
 * that name, unless it is to be replaced.
 */
export function writeJournalFile(
  db: Reader,
  { file, replace }: { readonly file: string; readonly replace: boolean },
  { assertWanted }: Pick<WorkControl, 'assertWanted'> = undisturbed,
): number {
  const taken = () =>
    new OperatorError(
      'refused',
      `There is a file ${file} already, and it was left as it is. Choose another name, or say --force to replace it.`,
    )
  if (!replace && existsSync(file)) throw taken()
  return writeWhole(
    file,
    (unfinished) => writeLines(unfinished, journalLines(db), assertWanted),
    replace ? { replace } : { replace, taken },
  )
}

function writeLines(path: string, lines: Iterable<string>, assertWanted: () => void): number {
  const output = openSync(path, 'w', 0o600)
  let entries = 0
  try {
    for (const line of lines) {
      writeFileSync(output, line)
      entries += 1
      if (entries % 10_000 === 0) assertWanted()
    }
    return entries
  } finally {
    closeSync(output)
  }
}

/** Reads one line back. Throws `malformed_input`, also for an entry that does not match its own hash. */
export function rowOfLine(line: string, number: number): JournalRow {
  const row = parse(line)
  if (!row) throw new OperatorError('malformed_input', `Line ${number} is not a journal entry. Nothing was imported.`)
  if (hashOf(row) !== row.hash)
    throw new OperatorError('malformed_input', `Line ${number} was edited: it does not match its hash. Nothing was imported.`)
  return row
}

function parse(line: string): JournalRow | undefined {
  const value = jsonOf(line)
  if (!isRecord(value)) return undefined
  const { id, type, source, title, previous_hash, hash } = value
  const severity = journalSeverities.find((each) => each === value['severity'])
  const at = typeof value['at'] === 'string' ? Date.parse(value['at']) : Number.NaN
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || Number.isNaN(at) || !severity || !isRecord(value['data'])) return undefined
  if (typeof type !== 'string' || typeof source !== 'string' || typeof title !== 'string') return undefined
  if (typeof previous_hash !== 'string' || typeof hash !== 'string') return undefined
  return { id, at, type, source, severity, title, data: canonicalJson(value['data']), previous_hash, hash }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}
