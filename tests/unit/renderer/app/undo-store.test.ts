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

  it('asked for while a deed is under way means that deed, all of it', async () => {
    const store = createUndoStore()
    const undone: string[] = []
    store.getState().did('before', async () => void undone.push('before'))
    const requests = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const deed = async () => {
      for (const { promise } of requests) {
        store.getState().underWay(promise)
        await promise
      }
      store.getState().did('now', async () => void undone.push('now'))
    }
    const done = deed()
    const undo = store.getState().undo()
    for (const { promise, resolve } of requests) {
      resolve()
      await promise
    }
    await Promise.all([done, undo])
    expect(undone).toEqual(['now'])
  })

  it('is not kept waiting by a deed that was refused', async () => {
    const store = createUndoStore()
    const undone: string[] = []
    store.getState().did('before', async () => void undone.push('before'))
    store.getState().underWay(Promise.reject(new Error('refused')))
    await store.getState().undo()
    expect(undone).toEqual(['before'])
  })
})
