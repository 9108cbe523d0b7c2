import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { copyBackup, removeCopy } from './backup-copy.ts'
import { integrityProblems } from './backup-file.ts'
import { seal } from './backup-seal.ts'
import { backupName, listBackups, type Backup } from './backup-names.ts'
import { openDatabase } from './database.ts'
import { assertUsable, inspectFile, type FileKind } from './database-file.ts'
import { openEvidence } from './evidence.ts'
import type { Reader, Writer } from './handle.ts'
import { appendJournal } from './journal.ts'
import { isLogDamaged } from './log-file.ts'
import { mendJournal } from './journal-mend.ts'
import { migrations } from './migrations/index.ts'
import { describeRepair } from './repair-words.ts'
import { salvage, type SalvagedTable } from './salvage.ts'
import { explainStoreError } from './sqlite-errors.ts'
import { SqliteHandle } from './sqlite-handle.ts'
import { syncPath, writeWhole } from './whole-file.ts'

export type RepairReport = {
  readonly at: Instant
  readonly problems: readonly string[]
  /** Indexes made anew were enough; or a backup (null: there was no good one) with what the damaged file still gave. */
  readonly outcome:
    | { readonly kind: 'reindexed' }
    | {
        readonly kind: 'rebuilt'
        readonly setAside: readonly string[]
        readonly backup: Backup | null
        /** A newer one that was passed over, because it is encrypted and nobody gave its passphrase. */
        readonly passedOver: Backup | null
        readonly salvaged: readonly SalvagedTable[]
        readonly lostJournalEntries: number
      }
  /** What happened, what came back and what did not, for a person. */
  readonly summary: string
}

export type RepairOptions = {
  readonly now: Instant
  readonly backupFolder: string
  /** For encrypted backups. */ readonly passphrase: string | null
}

const suffixes = ['', '-wal', '-shm'] as const

/**
 * Makes a damaged database sound again. The damaged files are copied aside under a dated name first and never touched after; the repaired
 * database is made beside and put in place whole, so that a crash at any moment leaves something to repair. Only the holder of the process
 * lock may do this. Throws, changing nothing, for a file of another program or of a newer version, and for a full disk.
 */
export function repairDatabase(path: string, options: RepairOptions): RepairReport {
  const file = existsSync(path) ? inspectFile(path) : undefined
  if (file && file.kind !== 'damaged') assertUsable(path, file, migrations.length)
  try {
    const setAside = copyAside(path, options.now)
    const isLogBroken = file?.kind === 'ours' && isLogDamaged(path)
    const problems = isLogBroken ? ['a part of its log does not add up'] : describeDamage(path, file)
    if (file?.kind === 'ours' && !isLogBroken && reindex(path)) {
      for (const copy of setAside) rmSync(copy, { force: true })
      return withWords({ at: options.now, problems, outcome: { kind: 'reindexed' } })
    }
    return rebuild(path, setAside, problems, options)
  } catch (error) {
    throw explainStoreError(error, path)
  }
}

/** What SQLite's quick check finds wrong: it reads the whole file, in milliseconds for a small one. */
export function quickProblems(db: Reader): readonly string[] {
  return db
    .all<{ quick_check: string }>('PRAGMA quick_check(5)')
    .map((row) => row.quick_check)
    .filter((line) => line !== 'ok')
}

function rebuild(path: string, setAside: readonly string[], problems: readonly string[], options: RepairOptions): RepairReport {
  const { now, backupFolder, passphrase } = options
  const work = `${path}.repairing-${process.pid}`
  const evidence = `${path}.salvage-${process.pid}`
  try {
    const backup = newestGoodBackup(backupFolder, work, passphrase)
    const newer = listBackups(backupFolder).find(({ at, encrypted }) => encrypted && at > (backup?.at ?? 0))
    const passedOver = passphrase === null && newer !== undefined ? newer : null
    if (!backup) openDatabase(work, { now }).close()
    const db = new SqliteHandle(work, { readonly: false })
    let report: RepairReport
    try {
      db.script('PRAGMA journal_mode = WAL')
      const { salvaged, lostJournalEntries } = bringBack(db, setAside, evidence, now)
      report = withWords({ at: now, problems, outcome: { kind: 'rebuilt', setAside, backup, passedOver, salvaged, lostJournalEntries } })
      const data = {
        problems,
        set_aside: setAside,
        backup: backup?.path ?? null,
        passed_over: passedOver?.path ?? null,
        salvaged,
        lost_journal_entries: lostJournalEntries,
      }
      appendJournal(db, [{ at: now, type: 'database_repaired', source: 'operator', severity: 'critical', title: report.summary, data }])
      const [problem] = integrityProblems(db)
      if (problem !== undefined)
        throw new OperatorError('failed', `The repair of ${path} did not succeed: ${problem}. The database was left as it was.`)
    } finally {
      db.close()
    }
    putInPlace(work, path, join(backupFolder, backupName('repaired', now, false)))
    return report
  } finally {
    removeCopy(work)
    removeCopy(evidence)
  }
}

/** Lays what the damaged file still gives over the backup. */
function bringBack(db: Writer, setAside: readonly string[], evidence: string, now: Instant) {
  const damaged = openEvidence(evidence, setAside, db.path, now)
  try {
    const salvaged = damaged ? salvage(damaged, db) : []
    const head = damaged && readHead(damaged.db)
    // Rows whose own row is lost mean nothing any more.
    for (const { table, rowid } of db.all<{ table: string; rowid: number | null }>('PRAGMA foreign_key_check'))
      if (rowid !== null) db.run(`DELETE FROM "${table}" WHERE rowid = ?`, rowid)
    return { salvaged, lostJournalEntries: mendJournal(db, head, now) }
  } finally {
    damaged?.db.close()
  }
}

function readHead(damaged: Reader): { readonly id: number; readonly hash: string } | undefined {
  try {
    return damaged.get<{ id: number; hash: string }>('SELECT id, hash FROM journal_head')
  } catch {
    return undefined
  }
}

function newestGoodBackup(folder: string, target: string, passphrase: string | null): Backup | null {
  for (const backup of listBackups(folder)) {
    if (backup.encrypted && passphrase === null) continue
    try {
      copyBackup(backup.path, target, passphrase)
      return backup
    } catch (error) {
      // One that is damaged, of a newer version or under another passphrase: the one before it may be good.
      if (!(error instanceof OperatorError) || error.code === 'disk_full') throw error
    }
  }
  return null
}

function describeDamage(path: string, file: FileKind | undefined): readonly string[] {
  if (!file) return ['the file is gone, its log is still there']
  return file.kind === 'damaged' ? [file.reason] : problemsOf(path)
}

function problemsOf(path: string): readonly string[] {
  try {
    const db = new SqliteHandle(path, { readonly: true })
    try {
      return quickProblems(db)
    } finally {
      db.close()
    }
  } catch (error) {
    return [error instanceof Error && error.cause instanceof Error ? error.cause.message : 'the file cannot be opened']
  }
}

/** Damage that lies in indexes alone is mended by making them anew. */
function reindex(path: string): boolean {
  try {
    const db = new SqliteHandle(path, { readonly: false })
    try {
      db.script('REINDEX')
      return integrityProblems(db).length === 0
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/** Copies database and log under a dated name that is not taken. */
function copyAside(path: string, now: Instant): readonly string[] {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  let base = `${path}.damaged-${stamp}`
  for (let number = 2; suffixes.some((suffix) => existsSync(base + suffix)); number += 1) base = `${path}.damaged-${stamp}-${number}`
  return suffixes.flatMap((suffix) => {
    if (!existsSync(path + suffix)) return []
    copyFileSync(path + suffix, base + suffix)
    syncPath(base + suffix)
    return [base + suffix]
  })
}

/** The repaired database is a backup before it is in place: should the power fail in between, the next repair begins with it. */
function putInPlace(work: string, path: string, backup: string): void {
  if (existsSync(dirname(backup))) {
    const write = (unfinished: string) => {
      copyFileSync(work, unfinished)
      seal(unfinished)
    }
    writeWhole(backup, write, { replace: true })
  }
  syncPath(work)
  // The old log first: SQLite would play it into the new file.
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  renameSync(work, path)
  syncPath(dirname(path))
}

function withWords(report: Omit<RepairReport, 'summary'>): RepairReport {
  return { ...report, summary: describeRepair(report) }
}
