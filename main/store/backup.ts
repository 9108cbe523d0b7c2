import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { writeBackupFile } from './backup-file.ts'
import { encryptFile } from './backup-crypto.ts'
import { backupName, listBackups, type Backup, type BackupReason } from './backup-names.ts'
import { backupsToRemove, isShrunk, type BackupKeep } from './backup-rotation.ts'
import type { Reader, Writer } from './handle.ts'
import { removeLeftovers } from './leftovers.ts'
import { writeWhole } from './whole-file.ts'
import { undisturbed, type WorkControl } from './work-control.ts'

export type BackupResult = {
  readonly backup: Backup
  /** The one before, when the new one is much smaller: something may have been lost, and a person should look. */
  readonly shrunkFrom: Backup | null
  /** Old backups that were removed. */
  readonly removed: readonly string[]
}

export type BackupOptions = {
  readonly folder: string
  readonly reason: BackupReason
  readonly now: Instant
  readonly keep: BackupKeep
  /** Null writes it in plain. */
  readonly passphrase: string | null
}

/**
 * Makes a checked backup and removes those whose time has passed. It appears whole or not at all; a full disk or a damaged database throws
 * and removes nothing.
 */
export function createBackup(db: Writer, options: BackupOptions, control: Pick<WorkControl, 'assertWanted'> = undisturbed): BackupResult {
  const { folder, reason, now, keep, passphrase } = options
  removeLeftovers(folder, now)
  const before = listBackups(folder)
  const path = freePath(folder, reason, now, passphrase !== null)
  if (passphrase === null) writeBackupFile(db, path, control)
  else writeEncrypted(db, path, passphrase, control)
  const backup: Backup = { path, reason, at: Math.floor(now / 1000) * 1000, bytes: statSync(path).size, encrypted: passphrase !== null }
  const shrunkFrom = shrunkSince(lastDeliberateLoss(db), before, backup)
  const removable = backupsToRemove(listBackups(folder), keep)
  for (const each of removable) rmSync(each.path, { force: true })
  return { backup, shrunkFrom, removed: removable.map((each) => each.path) }
}

function writeEncrypted(db: Writer, path: string, passphrase: string, control: Pick<WorkControl, 'assertWanted'>): void {
  const plain = `${path}.plain-${process.pid}`
  try {
    writeBackupFile(db, plain, control)
    writeWhole(path, (unfinished) => encryptFile(plain, unfinished, passphrase, control), { replace: true })
  } finally {
    rmSync(plain, { force: true })
  }
}

/** When the owner last chose to have less: what is smaller since then has lost nothing. */
function lastDeliberateLoss(db: Reader): Instant | null {
  const sql = `SELECT max(at) AS at FROM journal WHERE type IN ('erased', 'restored', 'journal_archived')`
  return db.get<{ at: Instant | null }>(sql)?.at ?? null
}

/** The last backup from after that moment, where the new one is much smaller. */
function shrunkSince(deliberate: Instant | null, before: readonly Backup[], backup: Backup): Backup | null {
  const previous = before.find(({ at }) => deliberate === null || at > deliberate)
  return previous && isShrunk(previous, backup) ? previous : null
}

/** Names are exact to the second; a backup is never written over another. */
function freePath(folder: string, reason: BackupReason, now: Instant, encrypted: boolean): string {
  for (let at = now; ; at += 1000) {
    const path = join(folder, backupName(reason, at, encrypted))
    if (!existsSync(path)) return path
  }
}
