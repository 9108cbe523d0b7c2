import { expect, it } from 'vitest'
import { testOperator } from '../../support/test-operator.ts'

const all = { show: 'all', before: null, limit: 100 } as const
const review = { ...all, show: 'review' } as const

it('gives the sample thoughts the classifier’s own answers, links them to the sample’s tasks and promises, and lets three wait', async () => {
  const { operator } = await testOperator()
  const { handlers } = operator
  await handlers['sample:add']({})
  const { captures, waiting } = await handlers['captures:list'](all)
  expect(captures.every(({ origin }) => origin === 'sample')).toBe(true)
  expect(waiting).toBe(3)
  expect((await handlers['status:get']({})).capturesWaiting).toBe(3)
  const mixed = captures.find(({ answer }) => answer?.class === 'mixed')
  expect(mixed?.answer?.segments.map(({ class: kind }) => kind)).toEqual(['commitment', 'work_task'])
  const made = captures.flatMap((capture) => capture.made)
  const tasks = (await handlers['tasks:list']({ view: 'all', limit: 100 })).tasks
  for (const { id } of made.filter(({ kind }) => kind === 'task')) expect(tasks.map((task) => task.id)).toContain(id)
})

it('files a sample thought as a sample, so that one click takes it all away; an owner’s capture stays', async () => {
  const { operator, db } = await testOperator()
  const { handlers } = operator
  await handlers['sample:add']({})
  const { captures } = await handlers['captures:list'](review)
  for (const { answer, id } of captures) await handlers['captures:reclassify']({ id, class: answer?.class ?? 'thinking' })
  expect((await handlers['status:get']({})).hasOwnData).toBe(false)
  await handlers['captures:add']({ text: 'my own thought', origin: 'window', plain: false })
  await handlers['sample:remove']({})
  expect((await handlers['captures:list'](all)).captures.map(({ text }) => text)).toEqual(['my own thought'])
  const left = {
    tasks: await handlers['tasks:list']({ view: 'all', limit: 100 }),
    promises: await handlers['promises:list']({ includeClosed: true }),
  }
  expect(left.tasks.tasks).toEqual([])
  expect(left.promises.promises).toEqual([])
  expect(() => db.run('DELETE FROM captures')).toThrow('never deleted')
})

it('never learns from the sample and never asks Claude about it', async () => {
  const { operator, db } = await testOperator()
  await operator.handlers['sample:add']({})
  const { capturesToAsk, ownersWords } = await import('../../../main/store/capture-search.ts')
  expect(ownersWords(db, 100)).toEqual([])
  expect(capturesToAsk(db, 0, 1)).toEqual([])
})

it('puts one that waits away without learning from it, and back among those that wait; the same after it was filed', async () => {
  const { operator, db } = await testOperator()
  const { handlers } = operator
  await handlers['sample:add']({})
  const waiting = async () => (await handlers['captures:list'](review)).captures.map(({ id }) => id)
  const before = await waiting()
  const [id = ''] = before
  await handlers['captures:undo']({ id })
  expect(await waiting()).not.toContain(id)
  expect((await handlers['captures:reopen']({ id })).capture.state).toBe('review')
  expect(await waiting()).toEqual(before)
  await handlers['captures:reclassify']({ id, class: 'personal_task' })
  await handlers['captures:undo']({ id })
  expect((await handlers['captures:reopen']({ id })).capture).toMatchObject({ state: 'review', made: [] })
  expect(await waiting()).toEqual(before)
  const { ownersWords } = await import('../../../main/store/capture-search.ts')
  expect(ownersWords(db, 10)).toEqual([])
  const filed = (await handlers['captures:list'](all)).captures.find(({ state }) => state === 'filed')
  expect((await handlers['captures:reopen']({ id: filed?.id ?? '' })).capture.state).toBe('filed')
})
