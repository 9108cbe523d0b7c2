import { describe, expect, it } from 'vitest'
import { createUndoStore } from '../../../../renderer/app/undo-store.ts'

describe('undo', () => {
  it('goes back one deed at a time, the newest first', async () => {
    const store = createUndoStore()
    const undone: string[] = []
    store.getState().did('first', async () => void undone.push('first'))
    store.getState().did('second', async () => void undone.push('second'))
    await store.getState().undo()
    await store.getState().undo()
    await store.getState().undo()
    expect(undone).toEqual(['second', 'first'])
  })

  it('keeps a deed that could not be undone, and says why', async () => {
    const store = createUndoStore()
    store.getState().did('deed', async () => {
      throw new Error('The operator does not answer.')
    })
    await store.getState().undo()
    expect(store.getState().refusal).toBe('The operator does not answer.')
    expect(store.getState().stack).toHaveLength(1)
  })
})
