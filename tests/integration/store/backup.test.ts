import { readFileSync, readdirSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { assert, double, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OperatorError } from '../../../main/domain/operator-error.ts'
import { createBackup } from '../../../main/store/backup.ts'
import { isBackupDue } from '../../../main/store/backup-due.ts'
import { listBackups } from '../../../main/store/backup-names.ts'
import { insertCapture, listCaptures } from '../../../main/store/captures.ts'
import { openDatabase, openReader, type Writer } from '../../../main/store/database.ts'
import { eraseEverything } from '../../../main/store/erase.ts'
import { appendJournal, listJournal } from '../../../main/store/journal.ts'
import { archiveJournal } from '../../../main/store/journal-archive.ts'
import { verifyDatabase, vacuumDatabase } from '../../../main/store/maintenance.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { enqueue, createOutbox } from '../../../main/store/outbox.ts'
import { previewRestore, restoreBackup } from '../../../main/store/restore.ts'
import { appendTaskEvent, loadTaskEvents } from '../../../main/store/task-events.ts'
import { insertTask, listTasks } from '../../../main/store/tasks.ts'
import { aMessage, anEntry, aTask } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const keep = { daily: 7, weekly: 4, monthly: 12 }
const dayLength = 86_400_000

function filled(): Writer {
  const db = testDatabase()
  insertTask(db, aTask())
  appendTaskEvent(db, { taskId: 't-1', type: 'created', at: testNow, from: null, to: null })
  insertCapture(db, { id: 'c-1', text: 'call Sam', at: testNow, origin: 'cli' })
  appendJournal(db, [anEntry(), anEntry({ at: testNow + 1 })])
  return db
}

function backUp(db: Writer, folder: string, changes: Partial<Parameters<typeof createBackup>[1]> = {}) {
  return createBackup(db, { folder, reason: 'daily', now: testNow, keep, passphrase: null, ...changes })
}

function restoring(db: Writer, file: string, passphrase: string | null = null) {
  return { file, passphrase, now: testNow + 5, backupFolder: join(db.path, '..', 'backups'), keep, backupPassphrase: null }
}

function restore(db: Writer, file: string, passphrase: string | null = null) {
  return restoreBackup(db, restoring(db, file, passphrase))
}

describe('a backup', () => {
  it('is a whole database of its own, for its owner alone, under a name that says why and when', () => {
    const db = filled()
    const folder = join(temporaryFolder(), 'backups')
    const { backup, shrunkFrom } = backUp(db, folder)
    expect(readdirSync(folder)).toEqual(['daily-20260120T150500Z.db'])
    expect([statSync(folder).mode & 0o777, statSync(backup.path).mode & 0o777]).toEqual([0o700, 0o600])
    expect(shrunkFrom).toBeNull()
    const copy = openReader(backup.path)
    expect(listTasks(copy)).toEqual(listTasks(db))
    expect(verifyDatabase(copy)).toMatchObject({ ok: true, problems: [] })
    copy.close()
  })

  it("takes away what killed ones left behind, in plain above all, but not what is somebody else's work", () => {
    const folder = temporaryFolder()
    for (const name of ['daily-20260119T150500Z.db.enc.plain-17', 'daily-20260119T150500Z.db.unfinished-17', 'notes.txt']) {
      writeFileSync(join(folder, name), '')
      utimesSync(join(folder, name), testNow / 1000, testNow / 1000)
    }
    const db = filled()
    backUp(db, folder, { now: testNow + 3_600_000 })
    expect(readdirSync(folder)).toHaveLength(4)
    backUp(db, folder, { now: testNow + 3_600_001, reason: 'manual' })
    expect(readdirSync(folder)).toEqual(['daily-20260120T160500Z.db', 'manual-20260120T160500Z.db', 'notes.txt'])
  })

  it('of the same second takes a name of its own', () => {
    const db = filled()
    const folder = temporaryFolder()
    backUp(db, folder, { reason: 'manual' })
    backUp(db, folder, { reason: 'manual' })
    expect(listBackups(folder)).toHaveLength(2)
  })

  it('is due after a day, and when the clock has gone back behind the last one', () => {
    const db = filled()
    const folder = temporaryFolder()
    expect(isBackupDue(folder, testNow)).toBe(true)
    backUp(db, folder)
    expect([0, dayLength - 1000, dayLength, -2 * dayLength].map((later) => isBackupDue(folder, testNow + later))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('of a damaged database is refused, and no old one is removed for it', () => {
    const db = filled()
    db.transaction(() => {
      for (let index = 0; index < 2000; index += 1) insertTask(db, aTask({ id: `x-${index}` }))
    })
    const folder = temporaryFolder()
    const [path, data] = [join(temporaryFolder(), 'damaged.db'), backUp(db, folder).backup.path]
    const bytes = readFileSync(data)
    bytes.fill(0x5a, bytes.length - 40 * 4096, bytes.length - 36 * 4096)
    writeFileSync(path, bytes)
    const damaged = openDatabase(path, { now: testNow })
    expect(() => backUp(damaged, folder, { now: testNow + dayLength, keep: { daily: 1, weekly: 0, monthly: 0 } })).toThrow(/damaged/)
    damaged.close()
    expect(readdirSync(folder)).toEqual(['daily-20260120T150500Z.db'])
  })

  it('much smaller than the one before says so', () => {
    const db = filled()
    const folder = temporaryFolder()
    db.transaction(() => {
      for (let index = 0; index < 3000; index += 1) insertTask(db, aTask({ id: `x-${index}` }))
    })
    const large = backUp(db, folder).backup
    db.run(`DELETE FROM tasks WHERE id LIKE 'x-%'`)
    expect(backUp(db, folder, { now: testNow + dayLength })).toMatchObject({ shrunkFrom: { path: large.path }, removed: [] })
  })

  it('that is stopped at any step leaves nothing behind', () => {
    const db = filled()
    const folder = join(temporaryFolder(), 'backups')
    for (let steps = 0, isStopped = true; isStopped; steps += 1) {
      let left = steps
      const assertWanted = () => {
        left -= 1
        if (left < 0) throw new OperatorError('stopped', 'The program ends.')
      }
      try {
        createBackup(db, { folder, reason: 'manual', now: testNow, keep, passphrase: 'correct horse' }, { assertWanted })
        isStopped = false
        expect([steps, readdirSync(folder)]).toEqual([3, ['manual-20260120T150500Z.db.enc']])
      } catch (error) {
        expect(error).toMatchObject({ code: 'stopped' })
        expect(readdirSync(folder)).toEqual([])
      }
    }
  })

  it.each([
    ['erasing everything', (db: Writer) => eraseEverything(db, { now: testNow + 60_000, before: null })],
    ['a restore', (db: Writer, small: string) => restoreBackup(db, { ...restoring(db, small), now: testNow + 60_000 })],
    ['archiving', (db: Writer) => archiveJournal(db, { olderThan: testNow + 50_000, now: testNow + 60_000, folder: temporaryFolder() })],
  ])('much smaller after %s says nothing: that was wanted', (_name, shrink) => {
    const db = filled()
    const small = backUp(db, temporaryFolder()).backup.path
    const folder = temporaryFolder()
    appendJournal(
      db,
      Array.from({ length: 3000 }, () => anEntry({ title: 'x'.repeat(300) })),
    )
    const large = backUp(db, folder, { now: testNow + 1000 }).backup
    shrink(db, small)
    const after = backUp(db, folder, { now: testNow + dayLength })
    expect(after.backup.bytes).toBeLessThan(large.bytes / 2)
    expect(after.shrunkFrom).toBeNull()
  })

  it('may be encrypted: nothing of it can be read without the passphrase', () => {
    const db = filled()
    const folder = temporaryFolder()
    const { backup } = backUp(db, folder, { passphrase: 'correct horse' })
    expect(statSync(backup.path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['daily-20260120T150500Z.db.enc'])
    expect(readFileSync(backup.path).includes('Memphis')).toBe(false)
    expect(readFileSync(backup.path).includes('SQLite format')).toBe(false)
    expect(previewRestore(db, { file: backup.path, passphrase: 'correct horse' }).tables).toContainEqual({
      table: 'tasks',
      now: 1,
      restored: 1,
    })
  })
})

describe('a backup in which one bit was changed, anywhere', () => {
  const flip = (file: string, at: number, bit: number) => {
    const bytes = readFileSync(file)
    const place = Math.floor(at * bytes.length)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
    writeFileSync(`${file}.changed${file.endsWith('.enc') ? '.enc' : ''}`, bytes)
    return `${file}.changed${file.endsWith('.enc') ? '.enc' : ''}`
  }
  const place = double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  it.each([
    ['in plain', null, 60],
    // The key alone takes half a second.
    ['encrypted', 'correct horse', 6],
  ])('is refused and changes nothing: %s', (_name, passphrase, numRuns) => {
    const db = filled()
    appendJournal(
      db,
      Array.from({ length: 300 }, () => anEntry({ title: 'x'.repeat(300) })),
    )
    const { backup } = backUp(db, temporaryFolder(), { passphrase })
    const before = db.all('SELECT * FROM journal')
    assert(
      property(place, integer({ min: 0, max: 7 }), (at, bit) => {
        expect(() => restore(db, flip(backup.path, at, bit), passphrase)).toThrow(/Nothing was changed/)
        expect(db.all('SELECT * FROM journal')).toEqual(before)
      }),
      { numRuns },
    )
  })

  it('is a database like any other where its owner opens it without this program', () => {
    const { backup } = backUp(filled(), temporaryFolder())
    const copy = new Database(backup.path)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.exec('CREATE TABLE notes (text)')
    copy.close()
    expect(new Database(backup.path).pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

describe('a restore', () => {
  it('shows what would change and changes nothing by it', () => {
    const db = filled()
    const { backup } = backUp(db, temporaryFolder())
    insertTask(db, aTask({ id: 't-2' }))
    expect(previewRestore(db, { file: backup.path, passphrase: null })).toMatchObject({
      tables: expect.arrayContaining([
        { table: 'tasks', now: 2, restored: 1 },
        { table: 'captures', now: 1, restored: 1 },
      ]) as unknown,
      newest: { now: testNow + 1, restored: testNow + 1 },
    })
    expect(listTasks(db)).toHaveLength(2)
    expect(readdirSync(join(db.path, '..')).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('makes the database say what the backup says, after a backup of what it said', () => {
    const db = filled()
    const { backup } = backUp(db, temporaryFolder())
    insertTask(db, aTask({ id: 't-2' }))
    insertCapture(db, { id: 'c-2', text: 'later', at: testNow, origin: 'cli' })
    const other = openReader(db.path)
    const { before } = restore(db, backup.path)
    expect(listTasks(other).map(({ id }) => id)).toEqual(['t-1'])
    expect(loadTaskEvents(other, 0)).toHaveLength(1)
    expect(listCaptures(other, { limit: 10 }).map(({ id }) => id)).toEqual(['c-1'])
    expect(verifyDatabase(other)).toMatchObject({ ok: true, journal: { entries: 3 } })
    expect(listJournal(other, { limit: 1 })).toMatchObject([{ type: 'restored' }])
    other.close()
    expect(() => db.run('DELETE FROM captures')).toThrow(/never deleted/)
    expect(() => db.run('DELETE FROM journal')).toThrow(/append-only/)
    restore(db, before.backup.path)
    expect(listTasks(db).map(({ id }) => id)).toEqual(['t-1', 't-2'])
  })

  it('does not send what waited to be sent then', () => {
    const db = filled()
    enqueue(db, { key: 'old', message: aMessage(), createdAt: testNow })
    const { backup } = backUp(db, temporaryFolder())
    restore(db, backup.path)
    expect(createOutbox(db).waiting('native', 10)).toEqual([])
  })

  it('brings a backup of an older version up to date', () => {
    const db = filled()
    const old = join(temporaryFolder(), 'old.db')
    const made = openDatabase(old, { now: testNow, migrations: migrations.slice(0, 1) })
    insertTask(made, aTask({ id: 'from-before' }))
    made.close()
    restore(db, old)
    expect(listTasks(db).map(({ id }) => id)).toEqual(['from-before'])
  })

  it.each([
    [
      'a wrong passphrase',
      'refused',
      (folder: string, db: Writer) => ({ file: backUp(db, folder, { passphrase: 'a' }).backup.path, passphrase: 'b' }),
    ],
    [
      'no passphrase',
      'refused',
      (folder: string, db: Writer) => ({ file: backUp(db, folder, { passphrase: 'a' }).backup.path, passphrase: null }),
    ],
    [
      'an encrypted backup that was cut off',
      'refused',
      (folder: string, db: Writer) => cutOff(backUp(db, folder, { passphrase: 'a' }).backup.path, 'a'),
    ],
    ['a backup that was cut off', 'refused', (folder: string, db: Writer) => cutOff(backUp(db, folder).backup.path, null)],
    ['a backup with a damaged page', 'refused', (folder: string, db: Writer) => damagedPage(backUp(db, folder).backup.path)],
    ['a file of another program', 'refused', (folder: string) => otherProgram(join(folder, 'other.db'))],
    ['a letter', 'refused', (folder: string) => letter(join(folder, 'letter.txt'))],
    ['a newer version', 'database_newer', (folder: string) => newerVersion(join(folder, 'newer.db'))],
    ['no file', 'not_found', (folder: string) => ({ file: join(folder, 'none.db'), passphrase: null })],
  ])('from %s changes nothing', (_name, code, make) => {
    const db = filled()
    const { file, passphrase } = make(temporaryFolder(), db)
    const before = db.all('SELECT * FROM journal')
    expect(() => restore(db, file, passphrase)).toThrow(expect.objectContaining({ code }) as Error)
    expect(db.all('SELECT * FROM journal')).toEqual(before)
    expect(readdirSync(join(db.path, '..')).toSorted()).toEqual(['thanos.db', 'thanos.db-shm', 'thanos.db-wal'])
  })
})

describe('vacuuming', () => {
  it('gives the space of deleted rows back', () => {
    const db = filled()
    db.transaction(() => {
      for (let index = 0; index < 5000; index += 1) insertTask(db, aTask({ id: `x-${index}` }))
    })
    db.run(`DELETE FROM tasks WHERE id LIKE 'x-%'`)
    const { bytesBefore, bytesAfter } = vacuumDatabase(db)
    expect(bytesAfter).toBeLessThan(bytesBefore / 2)
    expect(verifyDatabase(db).ok).toBe(true)
  })
})

describe('verifying', () => {
  it('finds rows that refer to nothing', () => {
    const db = filled()
    db.script('PRAGMA foreign_keys = OFF')
    db.run('DELETE FROM tasks')
    expect(verifyDatabase(db)).toMatchObject({ ok: false, problems: ['task_events row 1 refers to a missing row of tasks'] })
  })
})

function cutOff(file: string, passphrase: string | null) {
  truncateSync(file, Math.floor(statSync(file).size / 2))
  return { file, passphrase }
}

function damagedPage(file: string) {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 2 * 4096, 5 * 4096)
  writeFileSync(file, bytes)
  return { file, passphrase: null }
}

function otherProgram(file: string) {
  const other = new Database(file)
  other.exec('CREATE TABLE theirs (x)')
  other.close()
  return { file, passphrase: null }
}

function letter(file: string) {
  writeFileSync(file, 'Dear Sir or Madam')
  return { file, passphrase: null }
}

function newerVersion(file: string) {
  const later = { version: migrations.length + 1, name: 'later', sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;' }
  openDatabase(file, { now: testNow, migrations: [...migrations, later] }).close()
  return { file, passphrase: null }
}
