import { describe, expect, it } from 'vitest'
import { findTask } from '../../../main/store/tasks.ts'
import { insertCapture } from '../../../main/store/captures.ts'
import { listPromises } from '../../../main/store/promises.ts'
import { testOperator } from '../../support/test-operator.ts'

describe('a capture', () => {
  it.each([
    'a'.repeat(6_000),
    'emoji 👩‍👩‍👧‍👦 and שלום עולם',
    'tab\there, bell \u0007, nul \u0000 and a lone return\r',
    'Error: boom\n    at foo (/srv/app/index.js:10:5)\n    at bar (/srv/app/index.js:20:7)',
    '   leading and trailing   \n\n',
  ])('is kept byte for byte: %#', async (text) => {
    const { operator } = await testOperator()
    const { capture } = await operator.handlers['captures:add']({ text, origin: 'cli', plain: false })
    const again = await operator.handlers['captures:get']({ id: capture.id })
    expect(again.capture.text).toBe(text)
  })

  it('that is clearly a private task becomes one, with its date, and Undo takes it away again', async () => {
    const { db, operator } = await testOperator()
    const { capture } = await operator.handlers['captures:add']({ text: 'Buy milk and eggs tomorrow', origin: 'window', plain: false })
    expect(capture).toMatchObject({ state: 'filed', made: [{ kind: 'task' }] })
    const id = capture.made[0]?.id ?? ''
    expect(findTask(db, id)).toMatchObject({ due: { kind: 'day', day: '2026-01-21' }, source: 'local' })
    const undone = await operator.handlers['captures:undo']({ id: capture.id })
    expect(undone.capture).toMatchObject({ state: 'undone', made: [], text: 'Buy milk and eggs tomorrow' })
    expect(findTask(db, id)).toBeUndefined()
  })

  it('that vents becomes neither a task nor a promise', async () => {
    const { db, operator } = await testOperator()
    const before = db.all('SELECT id FROM tasks').length
    await operator.handlers['captures:add']({
      text: 'I am so sick of this, just do your damn job for once!!',
      origin: 'window',
      plain: false,
    })
    expect(db.all('SELECT id FROM tasks')).toHaveLength(before)
    expect(listPromises(db)).toEqual([])
  })

  it('takes the word of its owner, shows first what that changes, and learns from it', async () => {
    const { db, operator } = await testOperator()
    const text = 'Maybe the blue curtains for the study'
    const { capture } = await operator.handlers['captures:add']({ text, origin: 'window', plain: false })
    const proposal = await operator.handlers['captures:propose']({ id: capture.id, class: 'personal_task' })
    expect(proposal.make).toMatchObject([{ kind: 'task' }])
    expect(db.all('SELECT id FROM tasks')).toHaveLength(0)
    const { capture: filed } = await operator.handlers['captures:reclassify']({ id: capture.id, class: 'personal_task' })
    expect(filed).toMatchObject({ state: 'filed', text, answer: { classifier: 'owner', class: 'personal_task' }, made: [{ kind: 'task' }] })
    const { answers } = await operator.handlers['captures:get']({ id: capture.id })
    expect(answers.map(({ classifier }) => classifier)).toEqual(['rules', 'owner'])
    const again = await operator.handlers['captures:add']({ text, origin: 'window', plain: false })
    expect(again.capture.answer?.class).toBe('personal_task')
  })

  it('that a crash left unclassified is classified after the restart', async () => {
    const { db, operator } = await testOperator()
    insertCapture(db, { id: 'n-lost', text: 'Call the plumber tomorrow', at: Date.parse('2026-01-20T15:00:00Z'), origin: 'window' })
    await operator.start()
    await expect
      .poll(async () => (await operator.handlers['captures:get']({ id: 'n-lost' })).capture.state, { timeout: 10_000 })
      .not.toBe('kept')
  })

  it('is listed by what it waits for and what it became', async () => {
    const { operator } = await testOperator()
    const add = (text: string) => operator.handlers['captures:add']({ text, origin: 'cli', plain: false })
    const { capture } = await add('Wifi password at the cabin is tulip-4711')
    await operator.handlers['captures:reclassify']({ id: capture.id, class: 'note' })
    const list = (show: 'review' | 'all' | 'notes' | 'ideas') => operator.handlers['captures:list']({ show, before: null, limit: 10 })
    expect((await list('notes')).captures.map(({ id }) => id)).toEqual([capture.id])
    expect((await list('ideas')).captures).toEqual([])
    expect((await list('all')).captures).toHaveLength(1)
  })
})
