import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { createBackup } from '../../../main/store/backup.ts'
import { listBackups } from '../../../main/store/backup-names.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { appendJournal } from '../../../main/store/journal.ts'
import { archiveJournal } from '../../../main/store/journal-archive.ts'
import { vacuumDatabase } from '../../../main/store/maintenance.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { repairDatabase } from '../../../main/store/repair.ts'
import { restoreBackup } from '../../../main/store/restore.ts'

/** Does one kind of care for a database over and over until it is killed; says before each time that it begins, and after it that it has ended. */
const [path = '', work = ''] = process.argv.slice(2)
const backupFolder = join(path, '..', 'backups')
const keep = { daily: 2, weekly: 0, monthly: 0 }
const entry = { at: 0, type: 'test', source: 'test', severity: 'info', title: 'x'.repeat(200), data: {} } as const
const later = {
  version: migrations.length + 1,
  name: 'later',
  sql: `CREATE TABLE extra (id INTEGER PRIMARY KEY, title TEXT) STRICT; INSERT INTO extra SELECT id, title FROM journal;`,
}

const works: Readonly<Record<string, (time: number) => void>> = {
  backup: (now) => withDatabase((db) => createBackup(db, { folder: backupFolder, reason: 'daily', now, keep, passphrase: null })),
  restore: (now) =>
    withDatabase((db) => {
      // Half a restore would leave some of these.
      db.run('UPDATE tasks SET title = ?', `changed at ${now}`)
      const file = listBackups(backupFolder).find(({ reason }) => reason === 'manual')?.path ?? ''
      restoreBackup(db, { file, passphrase: null, now, backupFolder, keep, backupPassphrase: null })
    }),
  archive: (now) =>
    withDatabase((db) => {
      appendJournal(
        db,
        Array.from({ length: 200 }, () => entry),
      )
      archiveJournal(db, { olderThan: Number.MAX_SAFE_INTEGER, now, folder: join(path, '..', 'archive') })
    }),
  vacuum: () =>
    withDatabase((db) => {
      db.run(`UPDATE tasks SET notes = notes || 'n'`)
      vacuumDatabase(db)
    }),
  migrate: (now) => {
    // Each time a database of the schema before, as it was copied at the beginning.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    copyFileSync(`${path}.before`, `${path}.again`)
    renameSync(`${path}.again`, path)
    openDatabase(path, { now, backupFolder, migrations: [...migrations, later] }).close()
  },
  repair: (now) => {
    truncateSync(path, 4096 * 40)
    repairDatabase(path, { now, backupFolder, passphrase: null })
  },
}

function withDatabase(use: (db: ReturnType<typeof openDatabase>) => unknown): void {
  const db = openDatabase(path, { now: 0 })
  use(db)
  db.close()
}

for (let time = 1; ; time += 1) {
  process.stdout.write('begin\n')
  works[work]?.(time * 1000)
  process.stdout.write('end\n')
}
