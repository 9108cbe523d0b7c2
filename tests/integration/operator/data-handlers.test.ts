import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { databaseName } from '../../../main/operator/open-sound.ts'
import { appendJournal, listJournal } from '../../../main/store/journal.ts'
import { testOperator, type TestOperator } from '../../support/test-operator.ts'

const testTask = (handlers: Handlers, text: string) => handlers['tasks:add']({ text })
const testCapture = (handlers: Handlers, text: string) => handlers['captures:add']({ text, origin: 'window', plain: true })

const titles = async ({ operator }: TestOperator) =>
  (await operator.handlers['tasks:list']({ view: 'all', limit: 100 })).tasks.map(({ title }) => title)

describe('the Data page', () => {
  it('makes a backup, says what a restore would change, restores, and takes it back', async () => {
    const test = await testOperator()
    const { handlers } = test.operator
    await testTask(handlers, 'Memphis report')
    const { backup } = await handlers['data:back-up']({})
    expect((await handlers['data:list']({})).backups).toEqual([backup])
    await testTask(handlers, 'Raleigh follow-up')
    const { tables } = await handlers['data:preview']({ name: backup.name })
    expect(tables).toContainEqual({ table: 'tasks', now: 2, restored: 1 })
    expect(await titles(test)).toHaveLength(2)
    const { before } = await handlers['data:restore']({ name: backup.name })
    expect(await titles(test)).toEqual(['Memphis report'])
    await handlers['data:restore']({ name: before.name })
    expect(await titles(test)).toHaveLength(2)
    expect(await handlers['data:verify']({})).toMatchObject({ ok: true, problems: [] })
  })

  it('changes nothing for a wrong passphrase, a damaged backup, or a file that is not of the list', async () => {
    const test = await testOperator()
    const { handlers } = test.operator
    await testTask(handlers, 'Memphis report')
    const { backup: sealed } = await handlers['data:back-up']({ passphrase: 'correct horse' })
    const { backup: plain } = await handlers['data:back-up']({})
    const { folder } = await handlers['data:list']({})
    const file = join(folder, plain.name)
    writeFileSync(file, readFileSync(file).fill(7, 8192, 24_576))
    await testTask(handlers, 'Raleigh follow-up')
    const files = readdirSync(folder)
    const outside = `../${databaseName}`
    for (const channel of ['data:preview', 'data:restore'] as const) {
      await expect(handlers[channel]({ name: sealed.name, passphrase: 'battery staple' })).rejects.toMatchObject({ code: 'refused' })
      await expect(handlers[channel]({ name: sealed.name })).rejects.toMatchObject({ code: 'refused' })
      await expect(handlers[channel]({ name: plain.name })).rejects.toMatchObject({ code: 'refused' })
      await expect(handlers[channel]({ name: outside })).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await titles(test)).toHaveLength(2)
    expect(readdirSync(folder)).toEqual(files)
    await handlers['data:restore']({ name: sealed.name, passphrase: 'correct horse' })
    expect(await titles(test)).toEqual(['Memphis report'])
  })

  it('exports the journal as text, archives what is old, and gives space back', async () => {
    const { operator, clock } = await testOperator()
    const { handlers } = operator
    await handlers['sample:add']({})
    const exported = await handlers['data:export']({})
    expect(exported).toMatchObject({ kind: 'text' })
    expect(exported.kind === 'text' && exported.text.trim().split('\n')).toHaveLength(exported.entries)
    expect(await handlers['data:archive']({ olderThanDays: 90 })).toEqual({ entries: 0, file: null })
    clock.advance(100 * 86_400_000)
    await testTask(handlers, 'Much later')
    const archived = await handlers['data:archive']({ olderThanDays: 90 })
    expect(archived.entries).toBe(exported.entries)
    expect(archived.file).toMatch(/journal-1-\d+\.jsonl\.gz$/)
    expect(await handlers['data:verify']({})).toMatchObject({ ok: true, journal: { archived: archived.entries } })
    const { bytesBefore, bytesAfter } = await handlers['data:vacuum']({})
    expect(bytesAfter).toBeLessThanOrEqual(bytesBefore)
  })

  it('answers a journal too long for a page as a file', async () => {
    const { operator, db } = await testOperator()
    const entry = { at: 1, type: 'note', source: 'owner', severity: 'info', title: 'Long', data: { text: 'x'.repeat(100_000) } } as const
    appendJournal(
      db,
      Array.from({ length: 45 }, () => entry),
    )
    const exported = await operator.handlers['data:export']({})
    expect(exported).toMatchObject({ kind: 'file', entries: 45 })
    expect(exported.kind === 'file' && readFileSync(exported.file, 'utf8').trim().split('\n')).toHaveLength(45)
  })
})

describe('erasing everything', () => {
  it('needs the word, typed in full', async () => {
    const test = await testOperator()
    await testTask(test.operator.handlers, 'Memphis report')
    for (const confirmation of ['', 'erase', 'ERASE ']) {
      await expect(test.operator.handlers['data:erase']({ confirmation, backUpFirst: true })).rejects.toMatchObject({ code: 'refused' })
    }
    expect(await titles(test)).toHaveLength(1)
    expect((await test.operator.handlers['data:list']({})).backups).toEqual([])
  })

  it('takes own and sample data, captures and journal away, and its last backup brings them back', async () => {
    const test = await testOperator()
    const { handlers } = test.operator
    await handlers['sample:add']({})
    await testTask(handlers, 'Memphis report, the second')
    await testCapture(handlers, 'a planted thought')
    await test.operator.runOnce()
    await handlers['settings:set']({ path: 'quiet_hours.start', value: '21:30' })
    const { before, rows, backupsLeft } = await handlers['data:erase']({ confirmation: 'ERASE', backUpFirst: true })
    expect(rows).toBeGreaterThan(50)
    expect(backupsLeft).toBe(1)
    expect(await titles(test)).toEqual([])
    expect(await handlers['status:get']({})).toMatchObject({ hasOwnData: false, hasSampleData: false, openAlerts: 0 })
    expect(listJournal(test.db, { limit: 100 }).map(({ type }) => type)).toEqual(['erased'])
    expect(await handlers['data:verify']({})).toMatchObject({ ok: true, journal: { ok: true, entries: 1 } })
    expect((await handlers['settings:get']({})).values).toMatchObject({ quiet_hours: { start: '21:30' } })
    await handlers['data:restore']({ name: before?.name ?? '' })
    expect(await titles(test)).toContain('Memphis report, the second')
    expect(await handlers['data:verify']({})).toMatchObject({ ok: true })
  })

  it('leaves no trace in the database file, and captures are as protected as before', async () => {
    const test = await testOperator()
    const { handlers } = test.operator
    await testCapture(handlers, 'a planted thought')
    test.db.all('PRAGMA wal_checkpoint(TRUNCATE)')
    const file = join(test.folder, 'data', databaseName)
    const holds = () => [file, `${file}-wal`].some((path) => readFileSync(path).includes('planted'))
    expect(holds()).toBe(true)
    expect(await handlers['data:erase']({ confirmation: 'ERASE', backUpFirst: false })).toMatchObject({ before: null, backupsLeft: 0 })
    expect(holds()).toBe(false)
    await testCapture(handlers, 'another thought')
    expect(() => test.db.run('DELETE FROM captures')).toThrow(/never deleted/)
  })
})
