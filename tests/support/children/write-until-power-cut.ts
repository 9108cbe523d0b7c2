// Run as a process of its own by the power-cut test, over a folder on a disk that is about to lose its power: commits tasks, checks, makes backups and
// archives, and says on stdout which tasks were acknowledged. With `--check` it looks at what the disk kept; ACKED is the last task it told of.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createSystemClock } from '../../../main/adapters/system/system-clock.ts'
import { databaseName } from '../../../main/operator/open-sound.ts'
import { createBackup } from '../../../main/store/backup.ts'
import { listBackups } from '../../../main/store/backup-names.ts'
import { openDatabase, openReader } from '../../../main/store/database.ts'
import { archiveJournal } from '../../../main/store/journal-archive.ts'
import { verifyDatabase } from '../../../main/store/maintenance.ts'
import { openCheckedDatabase } from '../../../main/store/open-checked.ts'
import { insertTask } from '../../../main/store/tasks.ts'
import { aTask } from '../records.ts'
import { openTestOperator } from '../test-operator-process.ts'

const isCheck = process.argv[2] === '--check'
const folder = process.argv.at(-1) ?? ''
const now = Date.parse('2026-01-20T15:05:00Z')
const path = join(folder, 'data', databaseName)
const backupFolder = join(folder, 'data', 'backups')
const keep = { daily: 3, weekly: 0, monthly: 0 }

if (isCheck) check()
else await write()

async function write(): Promise<void> {
  const operator = await openTestOperator(folder, createSystemClock({ startAt: now, frozen: true }), null)
  const db = openDatabase(path, { now })
  for (let id = 1; ; id += 1) {
    insertTask(db, aTask({ id: String(id), title: `Task ${id}`, due: { kind: 'day', day: '2026-01-30' } }))
    writeSync(1, `${id}\n`)
    if (id % 5 === 0) await operator.runOnce()
    if (id % 20 === 0) createBackup(db, { folder: backupFolder, reason: 'manual', now: now + id * 1_000, keep, passphrase: null })
    if (id % 30 === 0) archiveJournal(db, { olderThan: now + 1, now, folder: join(folder, 'data', 'archive') })
  }
}

function check(): void {
  const problems: string[] = []
  const { db, repair } = openCheckedDatabase(path, { now, backupFolder, passphrase: null })
  if (repair !== null) problems.push(`it was repaired: ${repair.summary}`)
  const { ok, problems: found } = verifyDatabase(db)
  if (!ok) problems.push(`it does not verify: ${found.join('; ')}`)
  const acked = Number(process.env['ACKED'] ?? 0)
  const { kept = 0 } = db.get<{ kept: number }>('SELECT count(*) AS kept FROM tasks WHERE CAST(id AS INTEGER) <= ?', acked) ?? {}
  if (kept !== acked) problems.push(`${acked} tasks were acknowledged, ${kept} of them are there`)
  db.close()
  for (const backup of listBackups(backupFolder)) {
    const copy = openReader(backup.path)
    if (!verifyDatabase(copy).ok) problems.push(`${backup.path} does not verify`)
    copy.close()
  }
  if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\n`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
