import { describe, expect, it } from 'vitest'
import { createUndoStore } from '../../../renderer/app/undo-store.ts'
import { createCapturesStore } from '../../../renderer/features/captures/captures-store.ts'
import { directClient } from '../../support/window/direct-client.ts'
import { testOperator } from '../../support/test-operator.ts'

async function opened() {
  const { operator } = await testOperator()
  // Neither says what it is clearly enough.
  for (const text of ['The garden', 'Blue boxes']) await operator.handlers['captures:add']({ text, origin: 'window', plain: false })
  const direct = directClient(operator.handlers)
  const undo = createUndoStore()
  const store = createCapturesStore(direct.client, undo)
  await store.getState().load()
  const selected = () => {
    const { captures, selectedId } = store.getState()
    const found = captures.find((capture) => capture.id === selectedId)
    if (found === undefined) throw new Error('Nothing is selected.')
    return found
  }
  return { ...direct, undo, now: () => store.getState(), selected }
}

describe('the captures', () => {
  it('begin with what waits for a word, the first one selected', async () => {
    const { now, selected } = await opened()
    expect(now()).toMatchObject({ tab: 'review', phase: 'ready', waiting: 2 })
    expect(selected().state).toBe('review')
  })

  it('file one by one key and go on to the next', async () => {
    const { now, selected } = await opened()
    const first = selected()
    await now().decide(first, 'idea')
    expect(now().waiting).toBe(1)
    expect(now().captures.map(({ id }) => id)).not.toContain(first.id)
    expect(selected().id).not.toBe(first.id)
    await now().setTab('ideas')
    expect(now().captures.map(({ id }) => id)).toEqual([first.id])
  })

  it('take a filing back', async () => {
    const { now, selected, undo } = await opened()
    const first = selected()
    await now().decide(first, 'idea')
    await undo.getState().undo()
    await now().setTab('all')
    expect(now().captures.find(({ id }) => id === first.id)).toMatchObject({ state: 'review', made: [] })
  })

  it('show what another class would change, and change nothing before it is accepted', async () => {
    const { asked, now, selected } = await opened()
    const first = selected()
    await now().decide(first, 'personal_task')
    await now().setTab('all')
    await now().select(first.id)
    await now().propose(selected(), 'note')
    expect(now().proposal).toMatchObject({ make: [{ kind: 'note' }], remove: [{ kind: 'task' }] })
    expect(asked.filter((name) => name === 'captures:reclassify')).toHaveLength(1)
    await now().accept()
    expect(now().proposal).toBeNull()
    expect(selected().answer?.class).toBe('note')
  })

  it('forget a proposal with the selection', async () => {
    const { now, selected } = await opened()
    await now().propose(selected(), 'note')
    await now().select(now().captures[1]?.id ?? null)
    expect(now().proposal).toBeNull()
  })

  it('keep the one that could not be filed, and say why', async () => {
    const { now, refuseNext, selected, undo } = await opened()
    refuseNext('captures:reclassify', 'The database is read-only.')
    await now().decide(selected(), 'idea')
    expect(undo.getState().refusal).toBe('The database is read-only.')
    expect(now().waiting).toBe(2)
  })
})
