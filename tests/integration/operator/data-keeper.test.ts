import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateDataCare } from '../../../main/monitors/data-care.ts'
import { createDataKeeper } from '../../../main/operator/data-keeper.ts'
import { createDataThread } from '../../../main/operator/data-thread.ts'
import { recallMemory } from '../../../main/operator/operator-memory.ts'
import { insertTask } from '../../../main/store/tasks.ts'
import { aTask } from '../../support/records.ts'
import { FaultyDatabase } from '../../support/simulation/faulty-database.ts'
import { silentLogger } from '../../support/silent-logger.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { dataWorker } from '../../support/test-operator-process.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const dayLength = 86_400_000

function keeper(
  changes: { readonly folder?: string; readonly encrypt?: boolean; readonly enabled?: boolean; readonly passphrase?: string } = {},
) {
  const { folder = join(temporaryFolder(), 'backups'), encrypt = false, enabled = true, passphrase = null } = changes
  const db = new FaultyDatabase(
    testDatabase(),
    () => 0,
    () => {},
  )
  const time = { now: testNow }
  const thread = createDataThread({ script: dataWorker, path: db.path })
  const data = createDataKeeper({
    db,
    thread,
    alone: (work) => work(),
    repair: null,
    clock: { now: () => time.now },
    logger: silentLogger,
    archiveFolder: join(folder, 'archive'),
    settings: () => ({ enabled, folder, keep: { daily: 7, weekly: 4, monthly: 12 }, encrypt }),
    secrets: { get: () => Promise.resolve(passphrase) },
  })
  const firing = () => evaluateDataCare(recallMemory(db).dataCare, time.now).flatMap((each) => (each.outcome === 'firing' ? each.rule : []))
  return { data, db, folder, time, firing }
}

describe('the daily backup', () => {
  it('is made once a day', async () => {
    const { data, folder, time, firing } = keeper()
    await data.keepUp()
    time.now += dayLength / 2
    await data.keepUp()
    expect(readdirSync(folder)).toEqual(['daily-20260120T150500Z.db'])
    time.now += dayLength / 2
    await data.keepUp()
    expect(readdirSync(folder)).toEqual(['daily-20260120T150500Z.db', 'daily-20260121T150500Z.db'])
    expect(firing()).toEqual([])
  })

  it('is not made where it is switched off', async () => {
    const { data } = keeper({ enabled: false })
    await data.keepUp()
    expect(await data.backups()).toEqual([])
  })

  it('that fails is said until one succeeds, and stops nothing', async () => {
    const folder = join(temporaryFolder(), 'file')
    writeFileSync(folder, '')
    const { data, firing } = keeper({ folder })
    await data.keepUp()
    expect(firing()).toEqual(['backup_failed'])
  })

  it('that was made is no failure though nobody could write so, and takes back what was said of the one before', async () => {
    const folder = join(temporaryFolder(), 'file')
    writeFileSync(folder, '')
    const { data, db, firing } = keeper({ folder })
    await data.keepUp()
    rmSync(folder)
    db.trouble = 'disk_full'
    await data.keepUp()
    db.trouble = 'none'
    expect(readdirSync(folder)).toEqual(['daily-20260120T150500Z.db'])
    expect(firing()).toEqual(['backup_failed'])
    await data.keepUp()
    expect(firing()).toEqual([])
  })

  it('that is to be encrypted is not made in plain for want of a passphrase', async () => {
    const { data, folder, firing } = keeper({ encrypt: true })
    await data.keepUp()
    expect(firing()).toEqual(['backup_failed'])
    expect(() => readdirSync(folder)).toThrow(/ENOENT/)
    const other = keeper({ encrypt: true, passphrase: 'correct horse' })
    await other.data.keepUp()
    expect(readdirSync(other.folder)).toEqual(['daily-20260120T150500Z.db.enc'])
    expect((await other.data.previewRestore(join(other.folder, 'daily-20260120T150500Z.db.enc'))).tables.length).toBeGreaterThan(0)
  })

  it('before an update is one of the list, encrypted like the others', async () => {
    const { data, folder } = keeper({ encrypt: true, passphrase: 'correct horse' })
    const { backup } = await data.backUpBeforeUpdate()
    expect(readdirSync(folder)).toEqual(['before-update-20260120T150500Z.db.enc'])
    expect(await data.backups()).toEqual([backup])
    expect((await data.restore(backup.path)).before.backup.reason).toBe('before-restore')
  })

  it('that is much smaller than the one before is said, until one is not', async () => {
    const { data, db, time, firing } = keeper()
    db.transaction(() => {
      for (let index = 0; index < 3000; index += 1) insertTask(db, aTask({ id: `t-${index}` }))
    })
    await data.keepUp()
    db.run('DELETE FROM tasks')
    time.now += dayLength
    await data.keepUp()
    expect(firing()).toEqual(['backup_shrunk'])
    time.now += dayLength
    await data.keepUp()
    expect(firing()).toEqual([])
    expect(await data.backups()).toHaveLength(3)
  })
})
