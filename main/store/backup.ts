import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dayLength, type Instant } from '../domain/instant.ts'
import { syncPath, writeBackupFile } from './backup-file.ts'
import { encryptFile } from './backup-crypto.ts'
import { backupName, listBackups, type Backup, type BackupReason } from './backup-names.ts'
import { backupsToRemove, isShrunk, type BackupKeep } from './backup-rotation.ts'
import type { Writer } from './handle.ts'
import { removeLeftovers } from './leftovers.ts'
import { explainStoreError } from './sqlite-errors.ts'

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
export function createBackup(db: Writer, options: BackupOptions): BackupResult {
  const { folder, reason, now, keep, passphrase } = options
  removeLeftovers(folder, now)
  const before = listBackups(folder)
  const path = freePath(join(folder, backupName(reason, now, passphrase !== null)), reason, now, passphrase !== null)
  if (passphrase === null) writeBackupFile(db, path)
  else writeEncrypted(db, path, passphrase)
  const backup: Backup = { path, reason, at: Math.floor(now / 1000) * 1000, bytes: statSync(path).size, encrypted: passphrase !== null }
  const previous = before.find((each) => each.path !== path)
  const removable = backupsToRemove(listBackups(folder), keep)
  for (const each of removable) rmSync(each.path, { force: true })
  return { backup, shrunkFrom: previous && isShrunk(previous, backup) ? previous : null, removed: removable.map((each) => each.path) }
}

/** Whether a day has passed since the last daily backup; a clock that went back does not stop them. */
export function isBackupDue(folder: string, now: Instant): boolean {
  const last = listBackups(folder).find(({ reason }) => reason === 'daily')
  return last === undefined || now - last.at >= dayLength || last.at > now + dayLength
}

function writeEncrypted(db: Writer, path: string, passphrase: string): void {
  const plain = `${path}.plain`
  const unfinished = `${path}.unfinished`
  try {
    writeBackupFile(db, plain)
    rmSync(unfinished, { force: true })
    encryptFile(plain, unfinished, passphrase)
    syncPath(unfinished)
    renameSync(unfinished, path)
    syncPath(dirname(path))
  } catch (error) {
    throw explainStoreError(error, path)
  } finally {
    rmSync(plain, { force: true })
    rmSync(unfinished, { force: true })
  }
}

/** Names are exact to the second; a backup is never written over another. */
function freePath(path: string, reason: BackupReason, now: Instant, encrypted: boolean): string {
  let free = path
  for (let later = now; existsSync(free);) {
    later += 1000
    free = join(dirname(path), backupName(reason, later, encrypted))
  }
  return free
}
