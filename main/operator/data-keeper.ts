import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { SecretStore } from '../ports/secret-store.ts'
import type { BackupResult } from '../store/backup.ts'
import { listBackups, type Backup, type BackupReason } from '../store/backup-names.ts'
import type { BackupKeep } from '../store/backup-rotation.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import type { ArchiveResult } from '../store/journal-archive.ts'
import type { JournalImport } from '../store/journal-import.ts'
import type { VerifyReport } from '../store/maintenance.ts'
import { withPatience } from '../store/patience.ts'
import type { RepairReport } from '../store/repair.ts'
import type { RestorePreview } from '../store/restore.ts'
import type { Alone, DataThread } from './data-thread.ts'
import { recallMemory, remember } from './operator-memory.ts'
import { orLog } from './or-log.ts'

/**
 * Backups, restore, repair and the journal's files, for every host. Each throws OperatorError and then has changed nothing. They are done one
 * after the other, and none of them in the way of a window.
 */
export type DataKeeper = {
  readonly backUp: (passphrase?: string) => Promise<BackupResult>
  /** A last backup before another version takes over. */
  readonly backUpBeforeUpdate: () => Promise<BackupResult>
  /** Where backups are. */
  readonly folder: () => string
  /** The newest first. */
  readonly backups: () => Promise<readonly Backup[]>
  /** A passphrase that is given serves instead of the one kept as a secret. */
  readonly previewRestore: (file: string, passphrase?: string) => Promise<RestorePreview>
  readonly restore: (file: string, passphrase?: string) => Promise<{ readonly preview: RestorePreview; readonly before: BackupResult }>
  readonly verify: () => Promise<VerifyReport>
  /** What was repaired when the database was opened, and how it stands now. */
  readonly repair: () => Promise<{ readonly repaired: RepairReport | null; readonly verify: VerifyReport }>
  readonly vacuum: () => Promise<{ readonly bytesBefore: number; readonly bytesAfter: number }>
  readonly archive: (olderThan: Instant) => Promise<ArchiveResult>
  /** The journal as JSON Lines, the oldest entry first. */
  readonly journalLines: () => Promise<Iterable<string>>
  /** The same into a file for its owner alone; answers how many entries. Refused where the file exists, unless it is to be replaced. */
  readonly exportJournal: (file: string, replace: boolean) => Promise<number>
  readonly importJournal: (lines: Iterable<string>) => Promise<JournalImport>
  /** The journal into a dated file beside the archives. */
  readonly exportJournalAside: () => Promise<{ readonly entries: number; readonly file: string }>
  /** How many rows of each table erasing would delete; none for those that are empty. */
  readonly erasable: () => Promise<readonly { readonly table: string; readonly rows: number }[]>
  /** Deletes the owner's and the sample data, after a last backup unless it is declined. Configuration, keys, backups and archives stay. */
  readonly erase: (backUpFirst: boolean) => Promise<{ readonly rows: number; readonly before: Backup | null }>
  /** Makes the day's backup when it is due; trouble is remembered and becomes a finding, never thrown. */
  readonly keepUp: () => Promise<void>
  /** Nothing new begins; what runs ends, or stops and clears away what it had begun. */
  readonly stop: () => Promise<void>
}

export type DataKeeperOptions = {
  readonly db: Writer
  readonly thread: DataThread
  /** Keeps cycles and the owner's changes away while the work holds the database. */
  readonly alone: Alone
  readonly repair: RepairReport | null
  readonly clock: Pick<Clock, 'now'>
  readonly logger: Logger
  readonly archiveFolder: string
  readonly settings: () => { readonly enabled: boolean; readonly folder: string; readonly keep: BackupKeep; readonly encrypt: boolean }
  readonly secrets: Pick<SecretStore, 'get'>
}

/** The secret that encrypts backups. */
const passphraseName = 'BACKUP_PASSPHRASE'

/** The code of each is loaded when it is asked for: a command that lists tasks needs none of it. */
export function createDataKeeper(options: DataKeeperOptions): DataKeeper {
  const { db, thread, repair, clock, logger, archiveFolder, settings, secrets } = options
  const alone: Alone = (work) => options.alone(() => withPatience(db, work))

  async function backUp(reason: BackupReason, given?: string): Promise<BackupResult> {
    const { folder, keep } = settings()
    const result = await thread.run('backUp', { folder, reason, now: clock.now(), keep, passphrase: given ?? (await ownPassphrase()) })
    const { backup } = result
    // It is there and whole: that nobody could write so is no failure of the backup.
    orLog(logger, 'backup_not_recorded', () => recordBackup(result, reason))
    logger.info('backup_made', { file: backup.path, bytes: backup.bytes, removed: result.removed.length })
    return result
  }

  function recordBackup({ backup, shrunkFrom }: BackupResult, reason: BackupReason): void {
    remember(db, {
      dataCare: {
        ...recallMemory(db).dataCare,
        backupFailed: null,
        backupShrunk: shrunkFrom && { at: clock.now(), bytesBefore: shrunkFrom.bytes, bytesNow: backup.bytes },
      },
    })
    const title = reason === 'manual' ? 'A backup was made' : `A backup was made (${reason.replaceAll('-', ' ')})`
    const data = { name: basename(backup.path), bytes: backup.bytes }
    appendJournal(db, [
      { at: clock.now(), type: 'backup_made', source: reason === 'manual' ? 'owner' : 'operator', severity: 'info', title, data },
    ])
  }

  /** For what is written here; null where backups are not encrypted. */
  async function ownPassphrase(): Promise<string | null> {
    if (!settings().encrypt) return null
    const passphrase = await secrets.get(passphraseName)
    if (passphrase !== null) return passphrase
    throw new OperatorError(
      'refused',
      `Backups are to be encrypted, and the secret ${passphraseName} is not set. Set it with \`thanos secrets set ${passphraseName}\`, or set backup.encrypt to false.`,
    )
  }

  /** For a backup that was made before; a keychain is opened only for one that needs it. */
  const passphraseOf = (file: string) => (file.endsWith('.enc') ? secrets.get(passphraseName) : Promise.resolve(null))

  function failed(error: unknown): void {
    // Whoever ends the program does not want to hear of it at the next start; the day's backup is still due then.
    if (error instanceof OperatorError && error.code === 'stopped') return
    const reason = error instanceof Error ? error.message : String(error)
    logger.error('backup_failed', { reason })
    try {
      remember(db, { dataCare: { ...recallMemory(db).dataCare, backupFailed: { at: clock.now(), reason } } })
    } catch (cause) {
      // On a full disk this fails as well; the log has it, and the next cycle tries again.
      logger.error('backup_failure_not_recorded', { reason: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  const verify = () => thread.run('verify', null)

  return {
    backUp: (passphrase) => backUp('manual', passphrase),
    backUpBeforeUpdate: () => backUp('before-update'),
    folder: () => settings().folder,
    backups: async () => listBackups(settings().folder),
    previewRestore: async (file, given) => thread.run('previewRestore', { file, passphrase: given ?? (await passphraseOf(file)) }),
    async restore(file, given) {
      const { folder, keep } = settings()
      const passphrase = given ?? (await passphraseOf(file))
      const backupPassphrase = await ownPassphrase()
      return thread.run('restore', { file, passphrase, now: clock.now(), backupFolder: folder, keep, backupPassphrase }, alone)
    },
    verify,
    async repair() {
      const before = await verify()
      if (before.problems.length > 0) await thread.run('reindex', null, alone)
      return { repaired: repair, verify: before.problems.length > 0 ? await verify() : before }
    },
    vacuum: () => thread.run('vacuum', null, alone),
    archive: (olderThan) => thread.run('archive', { olderThan, now: clock.now(), folder: archiveFolder }, alone),
    journalLines: async () => (await import('../store/journal-lines.ts')).journalLines(db),
    exportJournal: (file, replace) => thread.run('exportJournal', { file, replace }),
    async exportJournalAside() {
      const stamp = new Date(clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')
      mkdirSync(archiveFolder, { recursive: true, mode: 0o700 })
      const file = join(archiveFolder, `journal-until-${stamp}.jsonl`)
      return { file, entries: await thread.run('exportJournal', { file, replace: true }) }
    },
    erasable: async () => (await import('../store/erase.ts')).erasableRows(db),
    async erase(backUpFirst) {
      const before = backUpFirst ? (await backUp('before-erase')).backup : null
      const rows = await thread.run('erase', { now: clock.now(), before: before?.path ?? null }, alone)
      logger.warning('erased', { rows, before: before?.path ?? '' })
      return { rows, before }
    },
    importJournal: async (lines) => (await import('../store/journal-import.ts')).importJournal(db, lines),
    async keepUp() {
      const { enabled, folder } = settings()
      if (!enabled) return
      try {
        const { isBackupDue } = await import('../store/backup-due.ts')
        if (isBackupDue(folder, clock.now())) await backUp('daily')
        // The day's backup is there, whatever was said before.
        else if (recallMemory(db).dataCare.backupFailed !== null)
          remember(db, { dataCare: { ...recallMemory(db).dataCare, backupFailed: null } })
      } catch (error) {
        failed(error)
      }
    },
    stop: () => thread.stop(),
  }
}
