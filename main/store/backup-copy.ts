import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { OperatorError } from '../domain/operator-error.ts'
import { integrityProblems } from './backup-file.ts'
import { takeSealOff } from './backup-seal.ts'
import { decryptFile } from './backup-crypto.ts'
import { inspectFile } from './database-file.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { explainStoreError } from './sqlite-errors.ts'
import { SqliteHandle } from './sqlite-handle.ts'
import { undisturbed, type WorkControl } from './work-control.ts'

/**
 * Makes a copy of a backup ready for use under `target`: in plain, checked, and of today's schema. The backup itself stays as it is. Throws
 * `refused` for a file that is not a good backup of ours or for a wrong passphrase, `database_newer` for one of a newer version; then
 * nothing is left behind.
 */
export function copyBackup(
  backup: string,
  target: string,
  passphrase: string | null,
  control: Pick<WorkControl, 'assertWanted'> = undisturbed,
): void {
  if (!existsSync(backup)) throw new OperatorError('not_found', `There is no file ${backup}.`)
  removeCopy(target)
  try {
    if (backup.endsWith('.enc')) decryptFile(backup, target, requirePassphrase(backup, passphrase), control)
    else copyFileSync(backup, target)
    control.assertWanted()
    if (!takeSealOff(target)) throw refused(backup, 'it is not as it was made: something in it was changed or damaged')
    assertGood(backup, target)
  } catch (error) {
    removeCopy(target)
    throw explainStoreError(error, target)
  }
}

export function removeCopy(target: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true })
}

function requirePassphrase(backup: string, passphrase: string | null): string {
  if (passphrase !== null) return passphrase
  throw new OperatorError(
    'refused',
    `The backup ${backup} is encrypted: its passphrase is needed. Nothing was changed. Give it with --passphrase, or in Settings → Data.`,
  )
}

function assertGood(backup: string, copy: string): void {
  const found = inspectFile(copy)
  if (found.kind === 'foreign') throw refused(backup, 'it is not a database of Thanos Operator')
  if (found.kind === 'damaged') throw refused(backup, found.reason)
  const newest = migrations.length
  if (found.version > newest)
    throw new OperatorError(
      'database_newer',
      `${backup} was made by a newer version of Thanos Operator (schema ${found.version}, this one knows ${newest}). Install the newer version. Nothing was changed.`,
    )
  try {
    bringUpToDate(copy)
  } catch (error) {
    const explained = explainStoreError(error, copy)
    if (explained instanceof OperatorError && explained.code === 'database_damaged') throw refused(backup, 'it is damaged', error)
    throw error
  }
}

function bringUpToDate(copy: string): void {
  const db = new SqliteHandle(copy, { readonly: false })
  try {
    const [problem] = integrityProblems(db)
    if (problem !== undefined) throw refused(copy, problem)
    if (schemaVersion(db) < migrations.length) migrate(db, migrations)
  } finally {
    db.close()
  }
}

function refused(backup: string, reason: string, cause?: unknown): OperatorError {
  return new OperatorError('refused', `${backup} cannot be used: ${reason}. Nothing was changed; choose another backup.`, { cause })
}
