import { expect, it } from 'vitest'
import { createUndoStore } from '../../../../../renderer/app/undo-store.ts'
import { createTasksStore } from '../../../../../renderer/features/tasks/tasks-store.ts'
import { directClient } from '../../../../support/window/direct-client.ts'
import { fakeOperator } from '../../../../support/window/fake-operator.ts'
import { tasks as someTasks } from '../../../../support/window/fortnight.ts'

/** A store over so many tasks that are due today; `lengths` are those its list has had, in order. */
function over(count: number) {
  const [one] = someTasks
  if (one === undefined) throw new Error('The fortnight has no task.')
  const tasks = Array.from({ length: count }, (_, index) => ({ ...one, id: `t-${index}`, standing: 'today' as const }))
  const direct = directClient(fakeOperator({ tasks }))
  const store = createTasksStore(direct.client, createUndoStore())
  const lengths: number[] = []
  store.subscribe((state, before) => state.tasks !== before.tasks && lengths.push(state.tasks.length))
  return { ...direct, store, lengths, now: () => store.getState() }
}

it('shows the beginning of a long list before the rest of it, and every task once', async () => {
  const { now, lengths } = over(6_000)
  await now().load()
  expect(lengths).toEqual([200, 2_700, 5_200, 6_000])
  expect(new Set(now().tasks.map(({ id }) => id)).size).toBe(6_000)
  expect(now().isWhole).toBe(true)
})

it('does not become shorter while it is read again', async () => {
  const { now, lengths } = over(3_000)
  await now().load()
  lengths.length = 0
  await now().load()
  expect(lengths).toEqual([3_000])
})

it('says that there is more as long as there is', async () => {
  const { store, now } = over(3_000)
  const whole: boolean[] = []
  store.subscribe((state) => whole.push(state.isWhole))
  await now().load()
  expect(whole).toEqual([false, false, true])
})

it('drops the rest of a list that nobody looks at any more', async () => {
  const { now } = over(6_000)
  const first = now().load()
  await now().setTab('upcoming')
  await first
  expect(now().tasks).toEqual([])
  expect(now().phase).toBe('ready')
})

it('keeps what is there when the rest cannot be read', async () => {
  const { store, now, refuseNext } = over(3_000)
  const unsubscribe = store.subscribe(() => refuseNext('tasks:list', 'The operator stopped.'))
  await now().load()
  unsubscribe()
  expect(now()).toMatchObject({ phase: 'failed', problem: 'The operator stopped.' })
  expect(now().tasks).toHaveLength(200)
})
