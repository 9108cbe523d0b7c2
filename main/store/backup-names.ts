import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'

/** Why a backup was made: in the daily round, because the owner asked, or before something that could go wrong. */
export const backupReasons = ['daily', 'manual', 'before-migration', 'before-update', 'before-restore', 'before-erase', 'repaired'] as const
export type BackupReason = (typeof backupReasons)[number]

export type Backup = {
  readonly path: string
  readonly reason: BackupReason
  readonly at: Instant
  readonly bytes: number
  readonly encrypted: boolean
}

/** E.g. daily-20260120T150500Z.db; encrypted, .db.enc follows. Names sort by time within a reason. */
export function backupName(reason: BackupReason, at: Instant, encrypted: boolean): string {
  const stamp = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${reason}-${stamp}.db${encrypted ? '.enc' : ''}`
}

/** The backups in a folder, the newest first; nothing for a folder that does not exist. Files of other names are nobody's business here. */
export function listBackups(folder: string): readonly Backup[] {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
  return names.flatMap((name) => parseName(folder, name)).toSorted((a, b) => b.at - a.at || (a.path < b.path ? 1 : -1))
}

function parseName(folder: string, name: string): readonly Backup[] {
  const match = /^([a-z-]+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db(\.enc)?$/.exec(name)
  const reason = backupReasons.find((each) => each === match?.[1])
  if (!match || !reason) return []
  const [, , year, month, day, hours, minutes, seconds, encrypted] = match
  const path = join(folder, name)
  const bytes = statSync(path, { throwIfNoEntry: false })?.size
  const at = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
  return bytes === undefined || Number.isNaN(at) ? [] : [{ path, reason, at, bytes, encrypted: encrypted !== undefined }]
}
