import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { createBackup, type BackupResult } from './backup.ts'
import { copyBackup, removeCopy } from './backup-copy.ts'
import type { BackupKeep } from './backup-rotation.ts'
import type { Reader, Writer } from './handle.ts'
import { appendJournal } from './journal.ts'
import { SqliteHandle } from './sqlite-handle.ts'
import { tableNames } from './tables.ts'
import { undisturbed, type WorkControl } from './work-control.ts'

/** What a restore would change: how many rows each table has and would have. Tables that are empty both times are left out. */
export type RestorePreview = {
  readonly tables: readonly { readonly table: string; readonly now: number; readonly restored: number }[]
  /** The time of the newest journal entry, here and in the backup. */
  readonly newest: { readonly now: Instant | null; readonly restored: Instant | null }
}

export type RestoreOptions = {
  readonly file: string
  readonly passphrase: string | null
  readonly now: Instant
  readonly backupFolder: string
  readonly keep: BackupKeep
  /** For the backup of what is here now. */
  readonly backupPassphrase: string | null
}

/** Looks at a backup without changing anything. Throws as copyBackup does. */
export function previewRestore(
  db: Writer,
  from: Pick<RestoreOptions, 'file' | 'passphrase'>,
  control: Pick<WorkControl, 'assertWanted'> = undisturbed,
): RestorePreview {
  return withCopy(db, from, control, (copy) => {
    const backup = new SqliteHandle(copy, { readonly: true })
    try {
      return compare(db, backup)
    } finally {
      backup.close()
    }
  })
}

/**
 * Makes the database say what a backup says, after a backup of what it says now. The rows are replaced within one transaction of the living
 * database: other processes that have it open go on with the restored content, and a crash or a full disk leaves everything as it was.
 * Replacing the file instead would leave them on a file that no longer has a name.
 */
export function restoreBackup(
  db: Writer,
  options: RestoreOptions,
  control: WorkControl = undisturbed,
): { readonly preview: RestorePreview; readonly before: BackupResult } {
  const { file, now, backupFolder: folder, keep, backupPassphrase } = options
  return withCopy(db, options, control, (copy) => {
    db.run('ATTACH ? AS backup', copy)
    try {
      const preview = compare(db, { get: (sql) => db.get(sql.replace('FROM ', 'FROM backup.')) })
      const before = createBackup(db, { folder, reason: 'before-restore', now, keep, passphrase: backupPassphrase }, control)
      control.alone(() =>
        withoutForeignKeys(db, () => {
          replaceRows(db)
          // What waited to be said then is old news now.
          db.run(`UPDATE outbox SET state = 'cancelled', finished_at = ? WHERE state = 'queued'`, now)
          const data = { file, before: before.backup.path }
          appendJournal(db, [{ at: now, type: 'restored', source: 'owner', severity: 'warning', title: `Restored from ${file}`, data }])
        }),
      )
      return { preview, before }
    } finally {
      db.script('DETACH backup')
    }
  })
}

function withCopy<T>(
  db: Reader,
  { file, passphrase }: Pick<RestoreOptions, 'file' | 'passphrase'>,
  control: Pick<WorkControl, 'assertWanted'>,
  work: (copy: string) => T,
): T {
  const copy = `${db.path}.restoring-${process.pid}`
  copyBackup(file, copy, passphrase, control)
  try {
    return work(copy)
  } finally {
    removeCopy(copy)
  }
}

function compare(db: Writer, backup: Pick<Reader, 'get'>): RestorePreview {
  const count = (from: Pick<Reader, 'get'>, table: string) =>
    from.get<{ count: number }>(`SELECT count(*) AS count FROM "${table}"`)?.count ?? 0
  const newest = (from: Pick<Reader, 'get'>) => from.get<{ at: Instant | null }>('SELECT max(at) AS at FROM journal')?.at ?? null
  return {
    tables: tableNames(db)
      .map((table) => ({ table, now: count(db, table), restored: count(backup, table) }))
      .filter(({ now, restored }) => now > 0 || restored > 0),
    newest: { now: newest(db), restored: newest(backup) },
  }
}

/**
 * Tables are replaced one after the other, so that references hold only at the end; then they are checked all at once. SQLite's deferred
 * references do not serve: copying a whole table does not count what it mends.
 */
function withoutForeignKeys(db: Writer, work: () => void): void {
  db.script('PRAGMA foreign_keys = OFF')
  try {
    db.transaction(() => {
      work()
      if (db.get('PRAGMA main.foreign_key_check') !== undefined)
        throw new OperatorError('refused', 'The backup holds rows that refer to missing ones. Nothing was changed; choose another backup.')
    })
  } finally {
    db.script('PRAGMA foreign_keys = ON')
  }
}

/** What was told and which process runs are facts of the world that a restore does not undo: what is here stays, the backup adds to it. */
const merged: ReadonlySet<string> = new Set(['operator_state', 'hour_slots', 'notification_log', 'channel_holds'])

/** The triggers that keep journal and captures from being changed stand aside for it, within the same transaction. */
function replaceRows(db: Writer): void {
  const triggers = db.all<{ name: string; sql: string }>(`SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'`)
  const tables = tableNames(db)
  for (const { name } of triggers) db.script(`DROP TRIGGER main."${name}"`)
  for (const table of tables) {
    if (merged.has(table)) db.script(`INSERT OR IGNORE INTO main."${table}" SELECT * FROM backup."${table}"`)
    else db.script(`DELETE FROM main."${table}"; INSERT INTO main."${table}" SELECT * FROM backup."${table}"`)
  }
  for (const { sql } of triggers) db.script(sql)
}
