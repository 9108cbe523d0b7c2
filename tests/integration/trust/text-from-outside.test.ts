import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerRequest } from '../../../main/operator/answer-request.ts'
import type { InvokeName } from '../../../shared/ipc/channels.ts'
import { verifyDatabase } from '../../../main/store/maintenance.ts'
import { silentLogger } from '../../support/silent-logger.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testOperator } from '../../support/test-operator.ts'

/** Texts that mean something to SQL, to LIKE, to HTML or to a path where somebody forgets that they are data. */
const hostile = [
  `Robert'); DROP TABLE tasks; --`,
  `' OR '1'='1`,
  `100% of "everything"`,
  `under_score`,
  String.raw`back\slash`,
  `?1 :search $x @y`,
  `<img src=x onerror=alert(1)>`,
  `../../../../etc/passwd`,
  `a; ATTACH DATABASE '/tmp/x' AS x`,
]

describe('text that would be code elsewhere', () => {
  it.each(hostile)('is kept to the letter and found by itself alone: %s', async (text) => {
    const { operator, db } = await testOperator()
    const ask = async (name: InvokeName, input: unknown) => {
      const answer = await answerRequest(operator.handlers, name, input, silentLogger)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value
    }
    await ask('captures:add', { text, plain: true })
    await ask('captures:add', { text: 'Something else', plain: true })
    const { task } = (await ask('tasks:add', { text: 'First' })) as { task: { id: string } } // the contract's own shape
    await ask('tasks:update', { id: task.id, title: text, notes: text, client: text })
    await ask('tasks:add', { text: 'Something else' })
    await ask('promises:add', { what: text, to: text })
    expect(await ask('tasks:list', { view: 'all', search: text })).toMatchObject({ tasks: [{ title: text, notes: text, client: text }] })
    expect(await ask('captures:list', { show: 'all', search: text })).toMatchObject({ captures: [{ text }] })
    expect(await ask('promises:list', {})).toMatchObject({ promises: [{ what: text, to: text }] })
    await ask('alerts:list', { search: text, cursor: null })
    await ask('journal:list', { search: text, types: [text] })
    // An id is as much a text from outside as any other.
    for (const name of ['tasks:complete', 'alerts:get', 'captures:get', 'captures:undo'] as const)
      expect(await answerRequest(operator.handlers, name, { id: text }, silentLogger)).toMatchObject({ ok: false })
    expect(await answerRequest(operator.handlers, 'alerts:acknowledge', { ids: [text] }, silentLogger)).toMatchObject({ ok: false })
    expect(verifyDatabase(db).problems).toEqual([])
  })

  it.each(['%', '_', '%%%', String.raw`\%`])('finds nothing by the wildcard %s alone', async (search) => {
    const { operator } = await testOperator()
    await operator.handlers['tasks:add']({ text: 'Milk' })
    await operator.handlers['captures:add']({ text: 'A plain thought', origin: 'window', plain: true })
    expect((await operator.handlers['tasks:list']({ view: 'all', search, limit: 10 })).tasks).toEqual([])
    expect((await operator.handlers['captures:list']({ show: 'all', search, before: null, limit: 10 })).captures).toEqual([])
    expect((await operator.handlers['journal:list']({ search, before: null, limit: 10 })).entries).toEqual([])
  })
})

describe('a name from outside', () => {
  it('leads out of no folder: an import reads only what was named, and its records write nothing beside the database', async () => {
    const { operator, folder } = await testOperator()
    const outside = temporaryFolder()
    mkdirSync(join(outside, 'in'))
    const file = join(outside, 'in', 'tasks.jsonl')
    const records = ['../../escaped', '/etc/escaped', '..\\escaped', 'nul\0l'].map((id) => ({
      id,
      title: id,
      status: 'pending',
      created_at: '2026-01-02T10:00:00Z',
    }))
    writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'))
    const { added, skipped } = await operator.files.importTasks(file)
    expect(added + skipped.length).toBe(records.length)
    expect(readdirSync(outside, { recursive: true })).toEqual(expect.arrayContaining(['in', join('in', 'tasks.jsonl')]))
    expect(readdirSync(outside, { recursive: true })).toHaveLength(2)
    expect(readdirSync(folder, { recursive: true }).some((name) => String(name).includes('escaped'))).toBe(false)
  })

  it('restores nothing that is no backup, and leaves it as it was', async () => {
    const { operator, folder } = await testOperator()
    const precious = join(folder, 'precious.txt')
    writeFileSync(precious, 'precious')
    await expect(operator.data.restore(precious)).rejects.toMatchObject({ name: 'OperatorError' })
    await expect(operator.data.restore(join(folder, '..', '..', 'etc', 'passwd'))).rejects.toMatchObject({ name: 'OperatorError' })
    expect(readFileSync(precious, 'utf8')).toBe('precious')
  })
})
