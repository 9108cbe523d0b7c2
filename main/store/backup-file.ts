import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperatorError } from '../domain/operator-error.ts'
import { seal } from './backup-seal.ts'
import type { Reader, Writer } from './handle.ts'
import { explainStoreError } from './sqlite-errors.ts'
import { SqliteHandle } from './sqlite-handle.ts'
import { writeWhole } from './whole-file.ts'
import { undisturbed, type WorkControl } from './work-control.ts'

/**
 * A whole, checked copy of the database under `target`, or no file at all. By `VACUUM INTO`: SQLite's online backup copies damaged pages
 * and reports success, where this reads every row and refuses.
 */
export function writeBackupFile(db: Writer, target: string, { assertWanted }: Pick<WorkControl, 'assertWanted'> = undisturbed): void {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  writeWhole(
    target,
    (unfinished) => {
      copyInto(db, unfinished)
      assertWanted()
      checkCopy(unfinished)
      assertWanted()
      seal(unfinished)
    },
    { replace: true },
  )
}

function copyInto(db: Writer, path: string): void {
  try {
    db.run('VACUUM INTO ?', path)
  } catch (error) {
    // The disk that is full is that of the copy, which may be another.
    throw error instanceof OperatorError && error.code === 'disk_full' ? explainStoreError(error.cause, path) : error
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
