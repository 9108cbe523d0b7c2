import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDataThread } from '../../../main/operator/data-thread.ts'
import type { Writer } from '../../../main/store/database.ts'
import { appendJournal } from '../../../main/store/journal.ts'
import { insertTask, listTasks } from '../../../main/store/tasks.ts'
import { aTask, anEntry } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'
import { dataWorker } from '../../support/test-operator-process.ts'
import { testOperator } from '../../support/test-operator.ts'

const keep = { daily: 7, weekly: 4, monthly: 12 }

function place() {
  const db = testDatabase()
  const folder = join(temporaryFolder(), 'backups')
  const backUp = (changes: { readonly passphrase?: string | null } = {}) =>
    ({ folder, reason: 'manual', now: testNow, keep, passphrase: null, ...changes }) as const
  return { db, folder, backUp, thread: createDataThread({ script: dataWorker, path: db.path }) }
}

function fill(db: Writer): void {
  insertTask(db, aTask())
  appendJournal(
    db,
    Array.from({ length: 2_000 }, (_, index) => anEntry({ title: `entry ${index} ${'x'.repeat(500)}` })),
  )
}

const filesIn = (folder: string) => readdirSync(folder).toSorted()

describe('the thread for lengthy work', () => {
  it('leaves the thread that answers the owner free', async () => {
    const { db, thread, backUp } = place()
    fill(db)
    let turns = 0
    let isDone = false
    const count = () => {
      turns += 1
      if (!isDone) setImmediate(count)
    }
    count()
    await thread.run('backUp', backUp({ passphrase: 'correct horse' }))
    isDone = true
    expect(turns).toBeGreaterThan(20)
  })

  it('does what is asked at once one after the other: two backups get two names', async () => {
    const { db, thread, backUp, folder } = place()
    fill(db)
    const made = await Promise.all([thread.run('backUp', backUp()), thread.run('backUp', backUp())])
    expect(filesIn(folder)).toEqual(['manual-20260120T150500Z.db', 'manual-20260120T150501Z.db'])
    expect(made.map(({ backup }) => backup.path)).toEqual(filesIn(folder).map((name) => join(folder, name)))
  })

  it('makes a backup that is asked for during a restore of what was restored', async () => {
    const { db, thread, backUp, folder } = place()
    fill(db)
    const { backup } = await thread.run('backUp', backUp())
    insertTask(db, aTask({ id: 't-2' }))
    const from = { file: backup.path, passphrase: null, now: testNow, backupFolder: folder, keep, backupPassphrase: null }
    const [, after] = await Promise.all([thread.run('restore', from), thread.run('backUp', backUp())])
    const { tables } = await thread.run('previewRestore', { file: after.backup.path, passphrase: null })
    expect(tables).toContainEqual({ table: 'tasks', now: 1, restored: 1 })
  })

  it('waits with a long write until everybody has stepped aside, and tells when it is over', async () => {
    const { db, thread } = place()
    fill(db)
    const said: string[] = []
    await thread.run('vacuum', null, async (work) => {
      // Whoever was at it can still write; the thread holds no lock yet.
      insertTask(db, aTask({ id: 'in the meantime' }))
      said.push('aside')
      const result = await work()
      said.push('back')
      return result
    })
    expect(said).toEqual(['aside', 'back'])
    expect(listTasks(db)).toHaveLength(2)
  })

  it('passes the words of an error on, and goes on with the next work', async () => {
    const { db, thread, backUp } = place()
    fill(db)
    const { backup } = await thread.run('backUp', backUp({ passphrase: 'correct horse' }))
    const wrong = thread.run('previewRestore', { file: backup.path, passphrase: 'battery staple' })
    await expect(wrong).rejects.toMatchObject({
      name: 'OperatorError',
      code: 'refused',
      message: expect.stringContaining('passphrase is wrong') as unknown,
    })
    expect(await thread.run('verify', null)).toMatchObject({ ok: true })
  })

  it.each([
    ['cannot be started', 'throw new Error("no room")', /broken off: .*no room/],
    ['ends without an answer', 'process.exit(0)', /broken off: .*without an answer/],
  ])('says so where the thread %s', async (_name, text, message) => {
    const { db } = place()
    const script = join(temporaryFolder(), 'thread.js')
    writeFileSync(script, text)
    const thread = createDataThread({ script, path: db.path })
    await expect(thread.run('verify', null)).rejects.toMatchObject({
      name: 'OperatorError',
      code: 'failed',
      message: expect.stringMatching(message) as unknown,
    })
  })

  it('stops between two steps, clears away what it had begun, and begins nothing new', async () => {
    const { db, thread, backUp, folder } = place()
    fill(db)
    const running = [thread.run('backUp', backUp({ passphrase: 'correct horse' })), thread.run('backUp', backUp())]
    const ended = Promise.allSettled(running)
    await new Promise((resolve) => setImmediate(resolve))
    await thread.stop()
    for (const result of await ended) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'stopped' } })
    expect(readdirSync(join(folder, '..')).flatMap((name) => (name === 'backups' ? filesIn(folder) : name))).toEqual([])
    await expect(thread.run('verify', null)).rejects.toMatchObject({ code: 'stopped' })
  })

  it('changes nothing where it is stopped before it was its turn to write', async () => {
    const { db, thread, backUp, folder } = place()
    fill(db)
    const { backup } = await thread.run('backUp', backUp())
    insertTask(db, aTask({ id: 't-2' }))
    const from = { file: backup.path, passphrase: null, now: testNow, backupFolder: folder, keep, backupPassphrase: null }
    const restored = thread.run('restore', from, async (work) => {
      void thread.stop()
      return work()
    })
    await expect(restored).rejects.toMatchObject({ code: 'stopped' })
    expect(listTasks(db)).toHaveLength(2)
  })
})

describe('an operator that is stopped in the midst of a backup', () => {
  it('ends, and leaves a whole file or none', async () => {
    const { operator, folder, db } = await testOperator()
    fill(db)
    await operator.start()
    const backup = operator.data.backUp('correct horse').catch((error: unknown) => error)
    await new Promise((resolve) => setImmediate(resolve))
    await operator.stop()
    expect(await backup).toMatchObject({ code: 'stopped' })
    const left = readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => /unfinished|plain|manual/.test(name))).toEqual([])
  })
})
