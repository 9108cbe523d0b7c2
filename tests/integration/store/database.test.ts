import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase, openReader } from '../../../main/store/database.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { insertTask, listTasks } from '../../../main/store/tasks.ts'
import { aTask } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const current = migrations.length
const later = { version: current + 1, name: 'later', sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;' }

function closedDatabase(): string {
  const path = join(temporaryFolder(), 'thanos.db')
  const db = openDatabase(path, { now: testNow })
  insertTask(db, aTask())
  db.close()
  return path
}

function codeOfOpening(path: string): unknown {
  try {
    openDatabase(path, { now: testNow }).close()
    return 'opened'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

describe('opening the database', () => {
  it('makes a private folder and a private file', () => {
    const folder = join(temporaryFolder(), 'data', 'thanos')
    const db = testDatabase(join(folder, 'thanos.db'))
    insertTask(db, aTask())
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
    expect(readdirSync(folder).toSorted()).toEqual(['thanos.db', 'thanos.db-shm', 'thanos.db-wal'])
  })

  it('takes rights back that others were given', () => {
    const path = closedDatabase()
    chmodSync(path, 0o644)
    testDatabase(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('sets what keeps writes through a power cut, and what keeps data sound', () => {
    const db = testDatabase()
    const pragma = (name: string) => Object.values(db.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0]
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema')]).toEqual(['wal', 2, 1, 0])
    expect(pragma('application_id')).toBe(0x54484f50)
  })

  it('has only STRICT tables', () => {
    const loose = testDatabase().all(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
    expect(loose).toEqual([])
  })

  it('refuses a file of another program and leaves it as it is', () => {
    const path = join(temporaryFolder(), 'thanos.db')
    const other = new Database(path)
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    const before = readFileSync(path)
    expect(codeOfOpening(path)).toBe('not_our_database')
    expect(readFileSync(path)).toEqual(before)
    writeFileSync(path, 'Dear diary, nothing here is a database. '.repeat(10))
    expect(codeOfOpening(path)).toBe('not_our_database')
  })

  it('refuses a newer version and leaves it as it is, though the version stands in the log alone', () => {
    const path = closedDatabase()
    const newer = openDatabase(path, { now: testNow, migrations: [...migrations, later] })
    expect(codeOfOpening(path)).toBe('database_newer')
    const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
    expect(codeOfOpening(path)).toBe('database_newer')
    expect([readFileSync(path), readFileSync(`${path}-wal`)]).toEqual([file, log])
    newer.close()
    const closed = readFileSync(path)
    expect(codeOfOpening(path)).toBe('database_newer')
    expect(readFileSync(path)).toEqual(closed)
  })

  it.each([
    ['an emptied file', (path: string) => truncateSync(path, 0)],
    ['a file cut within its header', (path: string) => truncateSync(path, 60)],
    ['a file cut in the middle', (path: string) => truncateSync(path, 16_384)],
    ['a file that begins with zeros', (path: string) => overwrite(path, Buffer.alloc(4096))],
    ['a file that begins with garbage', (path: string) => overwrite(path, Buffer.alloc(100, 'garbage'))],
    ['a log without its database', (path: string) => logAlone(path)],
  ])('calls %s damaged', (_name, damage) => {
    const path = closedDatabase()
    damage(path)
    expect(codeOfOpening(path)).toBe('database_damaged')
  })

  it('migrates an older database after a backup of it', () => {
    const path = closedDatabase()
    const db = openDatabase(path, { now: testNow, migrations: [...migrations, later] })
    expect(db.all('SELECT * FROM extra')).toEqual([])
    expect(listTasks(db)).toHaveLength(1)
    db.close()
    const backups = join(path, '..', 'backups')
    expect(readdirSync(backups)).toEqual(['before-migration-20260120T150500Z.db'])
    const backup = openReader(join(backups, 'before-migration-20260120T150500Z.db'))
    expect(listTasks(backup)).toEqual([aTask()])
    backup.close()
  })

  it('leaves the older schema whole when a step fails', () => {
    const path = closedDatabase()
    const broken = { ...later, sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);' }
    expect(() => openDatabase(path, { now: testNow, migrations: [...migrations, broken] })).toThrow('nowhere')
    const db = testDatabase(path)
    expect(db.get('PRAGMA user_version')).toEqual({ user_version: current })
    expect(db.all(`SELECT name FROM sqlite_schema WHERE name = 'extra'`)).toEqual([])
  })

  it('says in words that the data folder cannot be made', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(() => openDatabase(join(file, 'thanos.db'), { now: testNow })).toThrow(/folder/)
  })
})

describe('a reader', () => {
  it('cannot write', () => {
    const reader = openReader(closedDatabase())
    expect(() => reader.all('DELETE FROM tasks RETURNING id')).toThrow(/read-only/)
    reader.close()
  })

  it('notices that another connection has written', () => {
    const db = testDatabase()
    const reader = openReader(db.path)
    const before = reader.dataVersion()
    insertTask(db, aTask())
    expect(reader.dataVersion()).not.toBe(before)
    reader.close()
  })

  it('finds no database where there is none, and makes none', () => {
    const path = join(temporaryFolder(), 'thanos.db')
    expect(() => openReader(path)).toThrow(/no database/)
    expect(existsSync(path)).toBe(false)
  })
})

describe('a transaction', () => {
  it('is undone whole when its work throws', () => {
    const db = testDatabase()
    expect(() =>
      db.transaction(() => {
        insertTask(db, aTask())
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(listTasks(db)).toEqual([])
  })

  it('within another is undone alone', () => {
    const db = testDatabase()
    db.transaction(() => {
      insertTask(db, aTask({ id: 'kept' }))
      expect(() =>
        db.transaction(() => {
          insertTask(db, aTask({ id: 'undone' }))
          throw new Error('no')
        }),
      ).toThrow('no')
    })
    expect(listTasks(db).map((task) => task.id)).toEqual(['kept'])
  })
})

function overwrite(path: string, start: Buffer): void {
  const whole = readFileSync(path)
  start.copy(whole)
  writeFileSync(path, whole)
}

function logAlone(path: string): void {
  rmSync(path)
  writeFileSync(`${path}-wal`, 'a log')
}
