import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperatorError } from '../domain/operator-error.ts'
import type { Reader, Writer } from './handle.ts'
import { explainStoreError } from './sqlite-errors.ts'
import { SqliteHandle } from './sqlite-handle.ts'

/**
 * A whole, checked copy of the database under `target`, or no file at all. By `VACUUM INTO`: SQLite's online backup copies damaged pages
 * and reports success, where this reads every row and refuses.
 */
export function writeBackupFile(db: Writer, target: string): void {
  const unfinished = `${target}.unfinished`
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    rmSync(unfinished, { force: true })
    // SQLite writes into an empty file as well, and so nobody else can read the copy even while it grows.
    writeFileSync(unfinished, '', { mode: 0o600 })
    db.run('VACUUM INTO ?', unfinished)
    checkCopy(unfinished)
    chmodSync(unfinished, 0o600)
    syncPath(unfinished)
    renameSync(unfinished, target)
    syncPath(dirname(target))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw explainStoreError(error, target)
  }
}

function checkCopy(path: string): void {
  const copy = new SqliteHandle(path, { readonly: true })
  try {
    const problems = integrityProblems(copy)
    if (problems.length > 0) throw new OperatorError('database_damaged', `The copy ${path} does not pass its check: ${problems[0]}.`)
  } finally {
    copy.close()
  }
}

/** What SQLite's full check finds wrong, in its words; empty where all is well. */
export function integrityProblems(db: Reader): readonly string[] {
  return db
    .all<{ integrity_check: string }>('PRAGMA integrity_check(20)')
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
}

/** Makes a file, or the names in a folder, outlive a power cut. Windows has no such thing for folders and needs none. */
export function syncPath(path: string): void {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(file)
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(file)
  }
}
