import { expect, it } from 'vitest'
import { insertTask } from '../../../main/store/tasks.ts'
import { createUndoStore } from '../../../renderer/app/undo-store.ts'
import { createTasksStore } from '../../../renderer/features/tasks/tasks-store.ts'
import { directClient } from '../../support/window/direct-client.ts'
import { aTask } from '../../support/records.ts'
import { testOperator } from '../../support/test-operator.ts'

/** A store over so many tasks that are due today; `lengths` are those its list has had, in order. */
async function over(count: number) {
  const { operator, db } = await testOperator()
  const due = { kind: 'day', day: '2026-01-20' } as const
  db.transaction(() => {
    for (let index = 0; index < count; index += 1) insertTask(db, aTask({ id: `t-${String(index).padStart(4, '0')}`, due }))
  })
  const direct = directClient(operator.handlers)
  const store = createTasksStore(direct.client, createUndoStore())
  const lengths: number[] = []
  store.subscribe((state, before) => state.tasks !== before.tasks && lengths.push(state.tasks.length))
  return { ...direct, store, lengths, now: () => store.getState() }
}

it('has the beginning of a long list first, then the rest part by part, and every task once', async () => {
  const { now, lengths } = await over(6_000)
  await now().load()
  expect(now()).toMatchObject({ phase: 'ready', next: 200 })
  while (now().next !== null) await now().loadMore()
  expect(lengths).toEqual([200, 2_700, 5_200, 6_000])
  expect(new Set(now().tasks.map(({ id }) => id)).size).toBe(6_000)
})

it('does not become shorter while it is read again', async () => {
  const { now, lengths } = await over(3_000)
  await now().load()
  await now().loadMore()
  lengths.length = 0
  await now().load()
  expect(lengths).toEqual([2_700])
  expect(now().next).toBe(2_700)
})

it('lists a task once that has moved from one part to the next', async () => {
  const { now, store } = await over(400)
  await now().load()
  store.setState(({ tasks }) => ({ tasks: [...tasks, { ...firstOf(tasks), id: 't-0250' }] }))
  await now().loadMore()
  expect(now().tasks.filter(({ id }) => id === 't-0250')).toHaveLength(1)
})

it('drops a part of a list that nobody looks at any more', async () => {
  const { now } = await over(6_000)
  await now().load()
  const more = now().loadMore()
  await now().setTab('upcoming')
  await more
  expect(now()).toMatchObject({ tasks: [], next: null, phase: 'ready' })
})

it('keeps what is there when the rest cannot be read', async () => {
  const { now, refuseNext } = await over(3_000)
  await now().load()
  refuseNext('tasks:list', 'The operator stopped.')
  await now().loadMore()
  expect(now()).toMatchObject({ phase: 'failed', problem: 'The operator stopped.' })
  expect(now().tasks).toHaveLength(200)
})

function firstOf<Item>([first]: readonly Item[]): Item {
  if (first === undefined) throw new Error('There is nothing in it.')
  return first
}
