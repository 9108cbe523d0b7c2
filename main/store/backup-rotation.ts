import type { Backup, BackupReason } from './backup-names.ts'

/** How many daily, weekly and monthly backups are kept. */
export type BackupKeep = { readonly daily: number; readonly weekly: number; readonly monthly: number }

/** How many of each kind made on an occasion are kept. */
const occasionsKept = 5

/** A backup of less than this part of the one before has lost something, or somebody has deleted much: a person must look. */
const suspiciousPart = 0.5

/** Whether the newer of two backups is so much smaller that something may have been lost. */
export function isShrunk(before: Pick<Backup, 'bytes'>, now: Pick<Backup, 'bytes'>): boolean {
  return now.bytes < before.bytes * suspiciousPart
}

/**
 * Which backups may go. Of the daily ones the newest of each of the last so many days, ISO weeks and months stays; of those made on an
 * occasion the last few; those the owner asked for always. The newest of all stays in any case, and so does the last one from before a
 * great shrinking: the small one that came after it displaces nothing.
 */
export function backupsToRemove(backups: readonly Backup[], keep: BackupKeep): readonly Backup[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at)
  const daily = newestFirst.filter(({ reason }) => reason === 'daily')
  const kept = new Set<Backup>([
    ...newestFirst.slice(0, 1),
    ...beforeShrinking(newestFirst),
    ...newestOfEach(daily, dayOf, keep.daily),
    ...newestOfEach(daily, weekOf, keep.weekly),
    ...newestOfEach(daily, monthOf, keep.monthly),
    ...(['before-migration', 'before-update', 'before-restore', 'repaired'] as const).flatMap((reason) =>
      ofReason(newestFirst, reason).slice(0, occasionsKept),
    ),
    ...ofReason(newestFirst, 'manual'),
    // The only way back from there.
    ...ofReason(newestFirst, 'before-erase'),
  ])
  return newestFirst.filter((backup) => !kept.has(backup))
}

function ofReason(backups: readonly Backup[], reason: BackupReason): readonly Backup[] {
  return backups.filter((backup) => backup.reason === reason)
}

function beforeShrinking([newest, ...older]: readonly Backup[]): readonly Backup[] {
  const larger = newest && older.find((backup) => isShrunk(backup, newest))
  return larger ? [larger] : []
}

function newestOfEach(newestFirst: readonly Backup[], periodOf: (backup: Backup) => string, count: number): readonly Backup[] {
  const periods = new Map<string, Backup>()
  for (const backup of newestFirst) if (!periods.has(periodOf(backup))) periods.set(periodOf(backup), backup)
  return [...periods.values()].slice(0, count)
}

function dayOf({ at }: Backup): string {
  return new Date(at).toISOString().slice(0, 10)
}

function monthOf(backup: Backup): string {
  return dayOf(backup).slice(0, 7)
}

/** The Monday of its week. */
function weekOf({ at }: Backup): string {
  const day = new Date(at)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}
