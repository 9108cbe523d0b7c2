import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBackup } from '../../../main/store/backup.ts'
import { listBackups } from '../../../main/store/backup-names.ts'
import { openDatabase, openReader, type Reader } from '../../../main/store/database.ts'
import { appendJournal } from '../../../main/store/journal.ts'
import { readArchive } from '../../../main/store/journal-archive.ts'
import { loadAnchors } from '../../../main/store/journal-verify.ts'
import { verifyDatabase } from '../../../main/store/maintenance.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openCheckedDatabase } from '../../../main/store/open-checked.ts'
import { insertTask, listTasks } from '../../../main/store/tasks.ts'
import { aTask, anEntry } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testNow } from '../../support/test-database.ts'

const rounds = 8
const tasks = 400

function place(): string {
  const path = join(temporaryFolder(), 'operator.db')
  const db = openDatabase(path, { now: testNow })
  db.transaction(() => {
    for (let index = 0; index < tasks; index += 1) insertTask(db, aTask({ id: `t-${index}`, notes: 'n'.repeat(300) }))
  })
  appendJournal(
    db,
    Array.from({ length: 300 }, () => anEntry()),
  )
  const keep = { daily: 2, weekly: 0, monthly: 0 }
  createBackup(db, { folder: join(path, '..', 'backups'), reason: 'manual', now: testNow, keep, passphrase: null })
  db.close()
  copyFileSync(path, `${path}.before`)
  return path
}

/**
 * Lets the work run twice, the second time to see how long it takes, and kills it in the midst of the third: each round a later part of that time, so that
 * all of the work has its turn. Answers whether it was still at it.
 */
async function killDuring(path: string, work: string, round: number): Promise<boolean> {
  const child = spawn(process.execPath, [resolve('tests/support/children/care-for-data.ts'), path, work], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const heard: number[] = []
  let last = ''
  child.stdout.on('data', (chunk: Buffer) => {
    for (const word of chunk.toString().trim().split('\n')) {
      last = word
      if (heard.push(performance.now()) !== 5) continue
      // begin, end, begin, end, begin
      const [, , begun = 0, ended = 0] = heard
      setTimeout(() => child.kill('SIGKILL'), ((ended - begun) * (round + 0.5)) / rounds)
    }
  })
  await once(child, 'close')
  return last === 'begin'
}

function expectWhole(db: Reader): void {
  expect(verifyDatabase(db)).toMatchObject({ ok: true, problems: [] })
  expect(listTasks(db)).toHaveLength(tasks)
  // What is changed is changed in all of them at once.
  expect(db.get('SELECT count(DISTINCT title) AS titles, count(DISTINCT length(notes)) AS notes FROM tasks')).toEqual({
    titles: 1,
    notes: 1,
  })
}

/** What an anchor says was moved to a file is in that file, every entry of it. */
function expectWholeArchives(db: Reader, path: string): void {
  for (const { file, first_id: first, last_id: last, kind } of loadAnchors(db))
    expect([kind, readArchive(join(path, '..', 'archive', file ?? '')).length]).toEqual(['archived', last - first + 1])
}

function expectWholeBackups(path: string): void {
  for (const backup of listBackups(join(path, '..', 'backups'))) {
    const db = openReader(backup.path)
    expectWhole(db)
    db.close()
  }
}

describe('care for the data that is killed in its midst', () => {
  it.each(['backup', 'restore', 'archive', 'vacuum'])('loses nothing and leaves nothing half done: %s', async (work) => {
    const path = place()
    let inItsMidst = 0
    for (let round = 0; round < rounds; round += 1) {
      if (await killDuring(path, work, round)) inItsMidst += 1
      const { db, repair } = openCheckedDatabase(path, { now: testNow, backupFolder: join(path, '..', 'backups'), passphrase: null })
      expect(repair).toBeNull()
      expectWhole(db)
      expectWholeArchives(db, path)
      if (work === 'archive') expect(loadAnchors(db)).not.toEqual([])
      db.close()
      expectWholeBackups(path)
    }
    expect(inItsMidst).toBeGreaterThan(0)
  })

  it('loses nothing in a migration: the schema is the one before or the one after, whole', async () => {
    const path = place()
    const later = { version: migrations.length + 1, name: 'later', sql: '' }
    for (let round = 0; round < rounds; round += 1) {
      await killDuring(path, 'migrate', round)
      const db = openDatabase(path, { now: testNow, migrations: [...migrations, later], backupFolder: join(temporaryFolder(), 'b') })
      const rows = db.get<{ count: number }>(`SELECT count(*) AS count FROM sqlite_schema WHERE name = 'extra'`)?.count ?? 0
      if (rows > 0) expect(db.get('SELECT count(*) AS count FROM extra')).toEqual({ count: 300 })
      expectWhole(db)
      db.close()
      expectWholeBackups(path)
    }
  })

  it('finds its way after a repair: what was set aside stays, and the next start mends the rest', async () => {
    const path = place()
    for (let round = 0; round < rounds; round += 1) {
      await killDuring(path, 'repair', round)
      const { db } = openCheckedDatabase(path, { now: testNow, backupFolder: join(path, '..', 'backups'), passphrase: null })
      expectWhole(db)
      db.close()
      expectWholeBackups(path)
    }
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('.damaged-')).length).toBeGreaterThan(0)
  })
})
