import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createBackup } from '../../../main/store/backup.ts'
import { openDatabase, type Writer } from '../../../main/store/database.ts'
import { appendJournal, listJournal } from '../../../main/store/journal.ts'
import { vacuumDatabase, verifyDatabase } from '../../../main/store/maintenance.ts'
import { openCheckedDatabase } from '../../../main/store/open-checked.ts'
import { saveReadings } from '../../../main/store/readings.ts'
import { insertTask, listTasks, updateTask } from '../../../main/store/tasks.ts'
import { aReading, aTask, anEntry } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testNow } from '../../support/test-database.ts'

const keep = { daily: 7, weekly: 4, monthly: 12 }
const page = 4096

type Place = { readonly path: string; readonly backupFolder: string }

function fill(db: Writer, from: number, count: number): void {
  db.transaction(() => {
    for (let index = from; index < from + count; index += 1) {
      insertTask(db, aTask({ id: `t-${index}`, notes: 'n'.repeat(200) }))
      const day = new Date(index * 86_400_000).toISOString().slice(0, 10)
      saveReadings(db, [aReading({ day })])
      appendJournal(db, [anEntry({ title: `entry ${index}` })])
    }
  })
}

/** A database with 1,000 rows a table in its backup and 1,000 more since, closed. */
function place(): Place {
  const path = join(temporaryFolder(), 'operator.db')
  const backupFolder = join(dirname(path), 'backups')
  const db = openDatabase(path, { now: testNow })
  fill(db, 0, 1000)
  createBackup(db, { folder: backupFolder, reason: 'daily', now: testNow, keep, passphrase: null })
  fill(db, 1000, 1000)
  db.run('DELETE FROM tasks WHERE id = ?', 't-5')
  updateTask(db, aTask({ id: 't-7', title: 'changed since the backup' }))
  db.close()
  return { path, backupFolder }
}

function open({ path, backupFolder }: Place) {
  const opened = openCheckedDatabase(path, { now: testNow + 60_000, backupFolder, passphrase: null })
  const counts = {
    tasks: listTasks(opened.db).length,
    readings: opened.db.all('SELECT 1 FROM readings').length,
    journal: opened.db.all(`SELECT 1 FROM journal WHERE type = 'finding'`).length,
  }
  const verdict = verifyDatabase(opened.db)
  const newest = listJournal(opened.db, { limit: 1 })[0]
  opened.db.close()
  return { ...counts, verdict, newest, repair: opened.repair }
}

const setAsideOf = ({ path }: Place) => readdirSync(dirname(path)).filter((name) => name.includes('.damaged-'))

/** The page numbers (from 0) that hold rows of a table. */
function pagesOf({ path }: Place, table: string): readonly number[] {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare('SELECT pageno FROM dbstat WHERE name = ?').all(table) as { pageno: number }[]
  db.close()
  return rows.map(({ pageno }) => pageno - 1)
}

function rootOf({ path }: Place, table: string): readonly number[] {
  const db = new Database(path, { readonly: true })
  const row = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table) as { rootpage: number }
  db.close()
  return [row.rootpage - 1]
}

function overwritePages({ path }: Place, pages: readonly number[]): void {
  const bytes = readFileSync(path)
  for (const each of pages) bytes.fill(0x5a, each * page, (each + 1) * page)
  writeFileSync(path, bytes)
}

describe('opening a sound database', () => {
  it('repairs nothing and leaves nothing behind', () => {
    const where = place()
    expect(open(where)).toMatchObject({ repair: null, tasks: 1999, readings: 2000, journal: 2000 })
    expect(readdirSync(dirname(where.path)).toSorted()).toEqual(['backups', 'operator.db'])
  })
})

describe('opening a damaged database', () => {
  it.each([0.2, 0.5, 0.8])('brings back every row outside damaged pages, here those at %d of the file', (part) => {
    const where = place()
    const bytes = readFileSync(where.path)
    const first = Math.floor((bytes.length / page) * part)
    overwritePages(where, [first, first + 1, first + 2])
    const { tasks, readings, journal, verdict, repair, newest } = open(where)
    expect(repair?.outcome.kind).toBe('rebuilt')
    // Three pages hold some sixty rows, and the backup has those of the first thousand.
    expect(2000 - tasks).toBeLessThan(80)
    expect(2000 - readings).toBeLessThan(200)
    expect(2000 - journal).toBeLessThan(80)
    expect(verdict).toMatchObject({ ok: true, problems: [] })
    expect(newest).toMatchObject({ type: 'database_repaired', severity: 'critical', title: repair?.summary })
    expect(setAsideOf(where)).toEqual(['operator.db.damaged-20260120T150600Z'])
    expect(readFileSync(join(dirname(where.path), setAsideOf(where)[0] ?? ''))[first * page]).toBe(0x5a)
    expect(open(where).repair).toBeNull()
  })

  it('loses only rows of the damaged pages that the backup does not have, and says of which table', () => {
    const where = place()
    const pages = pagesOf(where, 'tasks')
    overwritePages(where, [pages[Math.floor(pages.length * 0.25)] ?? 0, pages[Math.floor(pages.length * 0.75)] ?? 0])
    const { tasks, readings, journal, repair } = open(where)
    expect(tasks).toBeGreaterThan(1999 - 30)
    expect([readings, journal]).toEqual([2000, 2000])
    expect(repair?.summary).toContain('Pages of tasks were damaged')
  })

  it('keeps a table that can be read whole as it was last, not as it was in the backup', () => {
    const where = place()
    overwritePages(where, pagesOf(where, 'readings').slice(3, 5))
    const opened = openCheckedDatabase(where.path, { now: testNow, backupFolder: where.backupFolder, passphrase: null })
    const tasks = listTasks(opened.db)
    opened.db.close()
    expect(tasks.some(({ id }) => id === 't-5')).toBe(false)
    expect(tasks.find(({ id }) => id === 't-7')?.title).toBe('changed since the backup')
  })

  it('says of journal entries that are gone that they are lost, and the chain holds', () => {
    const where = place()
    const pages = pagesOf(where, 'journal')
    overwritePages(where, pages.slice(Math.floor(pages.length * 0.8), Math.floor(pages.length * 0.8) + 2))
    const { journal, verdict, repair } = open(where)
    const lost = 2000 - journal
    expect(lost).toBeGreaterThan(0)
    expect(verdict.journal).toMatchObject({ ok: true, lost })
    expect(repair?.summary).toContain(`${lost} journal entries are lost.`)
  })

  it('reads the rows below a damaged page that only leads to them, without a backup too', () => {
    const where = place()
    rmSync(where.backupFolder, { recursive: true })
    overwritePages(where, [...rootOf(where, 'tasks'), ...rootOf(where, 'journal')])
    const { tasks, readings, journal, verdict } = open(where)
    expect([tasks, readings, journal]).toEqual([1999, 2000, 2000])
    expect(verdict.ok).toBe(true)
  })

  it('does not bring back what was deleted, though it still stands in free pages', () => {
    const where = place()
    rmSync(where.backupFolder, { recursive: true })
    const db = openDatabase(where.path, { now: testNow })
    db.run('DELETE FROM tasks WHERE rowid <= 900')
    db.close()
    overwritePages(where, rootOf(where, 'tasks'))
    // The deleted one of before is among the 900.
    expect(open(where).tasks).toBe(1100)
  })

  it.each([
    ['without a backup', false],
    ['with one', true],
  ])('finds the tables where their list is damaged, %s', (_name, hasBackup) => {
    const where = place()
    if (!hasBackup) rmSync(where.backupFolder, { recursive: true })
    overwritePages(where, pagesOf(where, 'sqlite_schema').slice(1, 2))
    const { tasks, readings, journal, verdict } = open(where)
    expect([tasks, readings, journal]).toEqual([1999, 2000, 2000])
    expect(verdict.ok).toBe(true)
  })

  it('finds the tables of a vacuumed database by the list in its backup', () => {
    const where = place()
    const db = openDatabase(where.path, { now: testNow })
    vacuumDatabase(db)
    createBackup(db, { folder: where.backupFolder, reason: 'daily', now: testNow + 1000, keep, passphrase: null })
    fill(db, 2000, 50)
    db.close()
    overwritePages(where, pagesOf(where, 'sqlite_schema'))
    const bytes = readFileSync(where.path)
    bytes.fill(0, 0, 100)
    writeFileSync(where.path, bytes)
    expect(open(where)).toMatchObject({ tasks: 2049, readings: 2050, journal: 2050 })
  })

  it('makes indexes anew where only they are damaged, and loses nothing', () => {
    const where = place()
    overwritePages(where, pagesOf(where, 'readings_by_day').slice(1, 3))
    const { tasks, readings, journal, verdict, repair } = open(where)
    expect(repair).not.toBeNull()
    expect([tasks, readings, journal]).toEqual([1999, 2000, 2000])
    expect(verdict.ok).toBe(true)
  })

  it('reads a file whose header is overwritten', () => {
    const where = place()
    const bytes = readFileSync(where.path)
    bytes.fill(0, 0, 100)
    writeFileSync(where.path, bytes)
    expect(open(where)).toMatchObject({ tasks: 1999, readings: 2000, journal: 2000, repair: { outcome: { kind: 'rebuilt' } } })
  })

  it('reads what is left of a file that was cut off', () => {
    const where = place()
    const whole = readFileSync(where.path).length
    truncateSync(where.path, Math.floor(whole / 2 / page) * page)
    const { tasks, verdict, repair } = open(where)
    expect(tasks).toBeGreaterThanOrEqual(1000)
    expect(verdict.ok).toBe(true)
    expect(repair?.problems).toEqual(['the file is cut off'])
  })

  it.each([
    ['an emptied file', (path: string) => truncateSync(path, 0)],
    ['a log without its file', (path: string) => (rmSync(path), writeFileSync(`${path}-wal`, 'log'))],
  ])('restores the newest backup for %s', (_name, damage) => {
    const where = place()
    damage(where.path)
    const { tasks, verdict, repair } = open(where)
    expect(tasks).toBe(1000)
    expect(verdict.ok).toBe(true)
    expect(repair?.summary).toContain('The backup of 2026-01-20T15:05:00.000Z was restored. Nothing could be read from the damaged file.')
  })

  it('passes over a backup that is damaged itself', () => {
    const where = place()
    const good = readdirSync(where.backupFolder)[0] ?? ''
    copyFileSync(join(where.backupFolder, good), join(where.backupFolder, 'daily-20260119T150500Z.db'))
    truncateSync(join(where.backupFolder, good), 40_000)
    truncateSync(where.path, 0)
    expect(open(where)).toMatchObject({ tasks: 1000, repair: { outcome: { backup: { at: Date.parse('2026-01-19T15:05:00Z') } } } })
  })

  it('starts empty where there is no backup and nothing to read, and says so', () => {
    const where = place()
    rmSync(where.backupFolder, { recursive: true })
    truncateSync(where.path, 0)
    const { tasks, repair } = open(where)
    expect(tasks).toBe(0)
    expect(repair?.summary).toContain('There was no good backup. Nothing could be read from the damaged file.')
  })

  it('never writes over what was set aside before', () => {
    const where = place()
    truncateSync(where.path, 0)
    open(where)
    truncateSync(where.path, 0)
    open(where)
    expect(setAsideOf(where)).toEqual(['operator.db.damaged-20260120T150600Z', 'operator.db.damaged-20260120T150600Z-2'])
  })

  it.each([
    ['of another program', 'not_our_database', (path: string) => writeFileSync(path, 'Dear diary. '.repeat(100))],
    [
      'of a newer version',
      'database_newer',
      (path: string) => {
        const db = new Database(path)
        db.pragma('user_version = 999')
        db.close()
      },
    ],
  ])('leaves a file %s alone', (_name, code, replace) => {
    const where = place()
    replace(where.path)
    const before = readFileSync(where.path)
    expect(() => open(where)).toThrow(expect.objectContaining({ code }) as Error)
    expect(readFileSync(where.path)).toEqual(before)
    expect(setAsideOf(where)).toEqual([])
  })

  it('finds its way also where the backup folder does not exist yet', () => {
    const path = join(temporaryFolder(), 'operator.db')
    openDatabase(path, { now: testNow }).close()
    truncateSync(path, 0)
    mkdirSync(join(dirname(path), 'elsewhere'))
    openCheckedDatabase(path, { now: testNow, backupFolder: join(dirname(path), 'backups'), passphrase: null }).db.close()
    expect(existsSync(path)).toBe(true)
  })
})
