import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { saveAlert, findAlert } from '../../../main/store/alerts.ts'
import { createBackup } from '../../../main/store/backup.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { appendJournal, journalHead } from '../../../main/store/journal.ts'
import { verifyDatabase } from '../../../main/store/maintenance.ts'
import { anAlert, anEntry } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testNow } from '../../support/test-database.ts'

const folder = mountSmallDisk()
const keep = { daily: 7, weekly: 4, monthly: 12 }

/** A disk of 2 MB; undefined where mounting is not allowed. */
function mountSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const mounted = join('/tmp', `thanos-small-disk-${process.pid}`)
  try {
    execFileSync('mkdir', ['-p', mounted])
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mounted], { stdio: 'ignore' })
    return mounted
  } catch {
    rmSync(mounted, { recursive: true, force: true })
    return undefined
  }
}

function smallDisk(): string {
  if (folder === undefined) throw new Error('There is no small disk.')
  onTestFinished(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
  })
  return folder
}

function fillDisk(disk: string): string {
  const ballast = join(disk, 'ballast')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize))
  return ballast
}

describe.skipIf(folder === undefined)('a full disk (skipped where a tmpfs cannot be mounted)', () => {
  it('is said in words; nothing is half-written, and with space again it goes on', () => {
    const disk = smallDisk()
    const db = openDatabase(join(disk, 'operator.db'), { now: testNow })
    saveAlert(db, anAlert())
    const ballast = fillDisk(disk)
    const before = journalHead(db).id
    const write = () =>
      appendJournal(
        db,
        Array.from({ length: 2000 }, () => anEntry({ title: 'x'.repeat(300) })),
      )
    expect(write).toThrow(/disk .* is full/)
    expect(journalHead(db).id).toBe(before)
    rmSync(ballast)
    expect(appendJournal(db, [anEntry()])).toBe(before + 1)
    expect(verifyDatabase(db).ok).toBe(true)
    db.close()
  })

  it('still takes an acknowledgement, which needs no new space once the log has grown', () => {
    const disk = smallDisk()
    const db = openDatabase(join(disk, 'operator.db'), { now: testNow })
    saveAlert(db, anAlert())
    for (let index = 0; index < 50; index += 1) appendJournal(db, [anEntry()])
    db.all('PRAGMA wal_checkpoint(PASSIVE)')
    fillDisk(disk)
    saveAlert(db, anAlert({ state: 'acknowledged', acknowledgedAt: testNow }))
    expect(findAlert(db, 'a-1')?.state).toBe('acknowledged')
    db.close()
  })

  it('lets no half backup stand, and removes no old one', () => {
    const disk = smallDisk()
    const db = openDatabase(join(disk, 'operator.db'), { now: testNow })
    appendJournal(
      db,
      Array.from({ length: 500 }, () => anEntry({ title: 'x'.repeat(300) })),
    )
    const backups = join(disk, 'backups')
    createBackup(db, { folder: backups, reason: 'daily', now: testNow, keep, passphrase: null })
    fillDisk(disk)
    const again = () => createBackup(db, { folder: backups, reason: 'daily', now: testNow + 86_400_000, keep, passphrase: null })
    expect(again).toThrow(/full/)
    expect(readdirSync(backups)).toEqual(['daily-20260120T150500Z.db'])
    db.close()
  })

  it('refuses to begin a new database, and leaves nothing of it', () => {
    const disk = smallDisk()
    fillDisk(disk)
    const path = join(disk, 'operator.db')
    expect(() => openDatabase(path, { now: testNow })).toThrow(/full/)
    expect(existsSync(path)).toBe(false)
  })
})

describe.skipIf(folder === undefined)('the small disk', () => {
  it('is given back', () => {
    execFileSync('umount', ['-l', folder ?? ''])
    rmSync(folder ?? '', { recursive: true, force: true })
    expect(temporaryFolder()).toBeTruthy()
  })
})
