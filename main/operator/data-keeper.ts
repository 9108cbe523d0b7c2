import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { SecretStore } from '../ports/secret-store.ts'
import type { BackupResult } from '../store/backup.ts'
import type { Backup, BackupReason } from '../store/backup-names.ts'
import type { BackupKeep } from '../store/backup-rotation.ts'
import type { Writer } from '../store/database.ts'
import type { ArchiveResult } from '../store/journal-archive.ts'
import type { JournalImport } from '../store/journal-import.ts'
import type { VerifyReport } from '../store/maintenance.ts'
import type { RepairReport } from '../store/repair.ts'
import type { RestorePreview } from '../store/restore.ts'
import { recallMemory, remember } from './operator-memory.ts'

/** Backups, restore, repair and the journal's files, for every host. Each throws OperatorError and then has changed nothing. */
export type DataKeeper = {
  readonly backUp: (passphrase?: string) => Promise<BackupResult>
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
  /** The same into a file for its owner alone; answers how many entries. */
  readonly exportJournal: (file: string) => Promise<number>
  readonly importJournal: (lines: Iterable<string>) => Promise<JournalImport>
  /** The journal into a dated file beside the archives. */
  readonly exportJournalAside: () => Promise<{ readonly entries: number; readonly file: string }>
  /** Deletes the owner's and the sample data, after a last backup unless it is declined. Configuration, keys, backups and archives stay. */
  readonly erase: (backUpFirst: boolean) => Promise<{ readonly rows: number; readonly before: Backup | null }>
  /** Makes the day's backup when it is due; trouble is remembered and becomes a finding, never thrown. */
  readonly keepUp: () => Promise<void>
}

export type DataKeeperOptions = {
  readonly db: Writer
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
export function createDataKeeper({ db, repair, clock, logger, archiveFolder, settings, secrets }: DataKeeperOptions): DataKeeper {
  async function backUp(reason: BackupReason, given?: string): Promise<BackupResult> {
    const { createBackup } = await import('../store/backup.ts')
    const { folder, keep } = settings()
    const result = createBackup(db, { folder, reason, now: clock.now(), keep, passphrase: given ?? (await ownPassphrase()) })
    const { backup, shrunkFrom } = result
    remember(db, {
      dataCare: {
        ...recallMemory(db).dataCare,
        backupFailed: null,
        backupShrunk: shrunkFrom && { at: clock.now(), bytesBefore: shrunkFrom.bytes, bytesNow: backup.bytes },
      },
    })
    logger.info('backup_made', { file: backup.path, bytes: backup.bytes, removed: result.removed.length })
    return result
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
    const reason = error instanceof Error ? error.message : String(error)
    logger.error('backup_failed', { reason })
    try {
      remember(db, { dataCare: { ...recallMemory(db).dataCare, backupFailed: { at: clock.now(), reason } } })
    } catch (cause) {
      // On a full disk this fails as well; the log has it, and the next cycle tries again.
      logger.error('backup_failure_not_recorded', { reason: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  const verify = async () => (await import('../store/maintenance.ts')).verifyDatabase(db)

  return {
    backUp: (passphrase) => backUp('manual', passphrase),
    folder: () => settings().folder,
    backups: async () => (await import('../store/backup-names.ts')).listBackups(settings().folder),
    previewRestore: async (file, given) =>
      (await import('../store/restore.ts')).previewRestore(db, file, given ?? (await passphraseOf(file))),
    async restore(file, given) {
      const { restoreBackup } = await import('../store/restore.ts')
      const { folder, keep } = settings()
      const passphrase = given ?? (await passphraseOf(file))
      return restoreBackup(db, { file, passphrase, now: clock.now(), backupFolder: folder, keep, backupPassphrase: await ownPassphrase() })
    },
    verify,
    async repair() {
      const before = await verify()
      if (before.problems.length > 0) db.script('REINDEX')
      return { repaired: repair, verify: before.problems.length > 0 ? await verify() : before }
    },
    vacuum: async () => (await import('../store/maintenance.ts')).vacuumDatabase(db),
    archive: async (olderThan) =>
      (await import('../store/journal-archive.ts')).archiveJournal(db, { olderThan, now: clock.now(), folder: archiveFolder }),
    journalLines: async () => (await import('../store/journal-lines.ts')).journalLines(db),
    exportJournal: async (file) => (await import('../store/journal-lines.ts')).writeJournalFile(db, file),
    async exportJournalAside() {
      mkdirSync(archiveFolder, { recursive: true, mode: 0o700 })
      const file = join(archiveFolder, `journal-until-${new Date(clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')}.jsonl`)
      return { file, entries: (await import('../store/journal-lines.ts')).writeJournalFile(db, file) }
    },
    async erase(backUpFirst) {
      const { eraseEverything } = await import('../store/erase.ts')
      const before = backUpFirst ? (await backUp('before-erase')).backup : null
      const rows = eraseEverything(db, clock.now(), { before: before?.path ?? null })
      logger.warning('erased', { rows, before: before?.path ?? '' })
      return { rows, before }
    },
    importJournal: async (lines) => (await import('../store/journal-import.ts')).importJournal(db, lines),
    async keepUp() {
      const { enabled, folder } = settings()
      if (!enabled) return
      try {
        const { isBackupDue } = await import('../store/backup.ts')
        if (isBackupDue(folder, clock.now())) await backUp('daily')
      } catch (error) {
        failed(error)
      }
    },
  }
}
