import { copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../main/store/database.ts'
import { isLogDamaged } from '../../../main/store/log-file.ts'
import { verifyDatabase } from '../../../main/store/maintenance.ts'
import { openCheckedDatabase } from '../../../main/store/open-checked.ts'
import { insertTask, listTasks } from '../../../main/store/tasks.ts'
import { aTask } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testNow } from '../../support/test-database.ts'

const frame = 24 + 4096

/** A database and its log as a kill leaves them: ten tasks in the file, forty more in the log, each a commit of its own. */
function leftByKill(): string {
  const path = join(temporaryFolder(), 'operator.db')
  const db = openDatabase(path, { now: testNow })
  for (let index = 0; index < 10; index += 1) insertTask(db, aTask({ id: `t-${index}` }))
  db.all('PRAGMA wal_checkpoint(TRUNCATE)')
  for (let index = 10; index < 50; index += 1) insertTask(db, aTask({ id: `t-${index}` }))
  const copy = join(temporaryFolder(), 'operator.db')
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, copy + suffix)
  db.close()
  return copy
}

function changeLog(path: string, change: (log: Buffer) => void): void {
  const log = readFileSync(`${path}-wal`)
  change(log)
  writeFileSync(`${path}-wal`, log)
}

/** Where the frame at some part of the log begins. */
function placeOf(log: Buffer, part: number, use: (at: number) => void): void {
  use(32 + frame * Math.floor(((log.length - 32) / frame) * part))
}

const open = (path: string) => {
  const opened = openCheckedDatabase(path, { now: testNow, backupFolder: join(dirname(path), 'backups'), passphrase: null })
  const tasks = listTasks(opened.db).length
  const { ok } = verifyDatabase(opened.db)
  opened.db.close()
  return { repair: opened.repair, tasks, ok }
}

describe('a log that a killed process left', () => {
  it('is played in whole', () => {
    expect(open(leftByKill())).toEqual({ repair: null, tasks: 50, ok: true })
  })

  it('whose last commit was cut off loses that one alone, and is no damage', () => {
    const path = leftByKill()
    truncateSync(`${path}-wal`, readFileSync(`${path}-wal`).length - 100)
    expect(isLogDamaged(path)).toBe(false)
    expect(open(path)).toMatchObject({ repair: null, tasks: 49, ok: true })
  })

  it.each([0.3, 0.6])('damaged in its midst (at %d) is said, kept, and read past the damage', (part) => {
    const path = leftByKill()
    changeLog(path, (log) => placeOf(log, part, (at) => log.fill(0x5a, at + 200, at + 900)))
    const { ok, repair, tasks } = open(path)
    // The page of that frame was written again by a later commit.
    expect([tasks, ok]).toEqual([50, true])
    expect(repair?.summary).toContain('a part of its log does not add up')
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.damaged-') && name.endsWith('-wal'))).toHaveLength(1)
    expect(open(path).repair).toBeNull()
  })

  it('of which everything from some commit on is gone looks like one that was cut off', () => {
    const path = leftByKill()
    changeLog(path, (log) => placeOf(log, 0.5, (at) => log.fill(0x5a, at)))
    expect(isLogDamaged(path)).toBe(false)
    expect(open(path)).toMatchObject({ repair: null, ok: true })
  })
})
