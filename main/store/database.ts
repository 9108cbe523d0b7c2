import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { writeBackupFile } from './backup-file.ts'
import { backupName } from './backup-names.ts'
import { applicationId, assertUsable, hasLog, inspectFile } from './database-file.ts'
import type { Reader, Writer } from './handle.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { explainStoreError } from './sqlite-errors.ts'
import { SqliteHandle } from './sqlite-handle.ts'
import { putInPlace, syncPath } from './whole-file.ts'

export type { Reader, Writer } from './handle.ts'

export type OpenOptions = {
  readonly now: Instant
  /** For tests of migrations. */
  readonly migrations?: readonly Migration[]
  /** Where the copy made before a migration goes; `backups` beside the database unless told. */
  readonly backupFolder?: string
}

/**
 * Opens the database for writing; makes folder, file and schema where they are missing and brings an older schema up to date after a
 * backup. Throws OperatorError: `database_newer` and `not_our_database` leave the file untouched, `database_damaged` asks for repair,
 * `disk_full` and `read_only` mean what they say.
 */
export function openDatabase(path: string, options: OpenOptions): Writer {
  const migrations = options.migrations ?? allMigrations
  try {
    if (!existsSync(path)) createDatabase(path, migrations)
    assertUsable(path, inspectFile(path), newestVersion(migrations))
    if (hasLog(path)) assertNotNewer(path, migrations)
    return openExisting(path, migrations, options)
  } catch (error) {
    throw explainStoreError(error, path)
  }
}

/** Opens an existing database for reading, without a change to it. Throws as above, and `not_found` where there is none. */
export function openReader(path: string): Reader {
  if (!existsSync(path)) throw new OperatorError('not_found', `There is no database at ${path} yet. \`thanos run\` makes one.`)
  try {
    assertUsable(path, inspectFile(path), newestVersion(allMigrations))
    return new SqliteHandle(path, { readonly: true })
  } catch (error) {
    throw explainStoreError(error, path)
  }
}

function openExisting(path: string, migrations: readonly Migration[], { now, backupFolder }: OpenOptions): Writer {
  const db = new SqliteHandle(path, { readonly: false })
  try {
    makePrivate(path)
    const version = schemaVersion(db)
    if (version < newestVersion(migrations)) {
      writeBackupFile(db, join(backupFolder ?? join(dirname(path), 'backups'), backupName('before-migration', now, false)))
      migrate(db, migrations)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * A new database appears whole or not at all: it is made under another name and linked into place. An empty file under the real name is
 * therefore always damage, never a start that was interrupted, and of two processes that start at once one makes it and both use it.
 */
function createDatabase(path: string, migrations: readonly Migration[]): void {
  if (existsSync(`${path}-wal`))
    throw new OperatorError(
      'database_damaged',
      `The database ${path} is gone but its log ${path}-wal is still there. Put the file back, or let \`thanos repair\` set the rest aside and restore a backup.`,
    )
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.new-${process.pid}`
  try {
    writeFileSync(unfinished, '', { mode: 0o600 })
    const db = new SqliteHandle(unfinished, { readonly: false })
    try {
      db.script(`PRAGMA journal_mode = WAL; PRAGMA application_id = ${applicationId}`)
      migrate(db, migrations)
    } finally {
      db.close()
    }
    putInPlace(unfinished, path)
    syncPath(dirname(path))
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
  }
}

function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** The schema's version may lie in the log alone, and a connection that writes would fold the log into the file when it closes. */
function assertNotNewer(path: string, migrations: readonly Migration[]): void {
  const db = new SqliteHandle(path, { readonly: true })
  try {
    assertUsable(path, { kind: 'ours', version: schemaVersion(db) }, newestVersion(migrations))
  } finally {
    db.close()
  }
}

function makePrivate(path: string): void {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
}
