import { createStore } from 'zustand/vanilla'
import type { Client } from '../bridge/client.ts'
import type { UndoStore } from './undo-store.ts'
import { appStrings as words } from './strings.ts'

export type SampleState = {
  readonly busy: boolean
  /** Resolves to true when the sample data is there. */
  readonly add: () => Promise<boolean>
  readonly remove: () => Promise<void>
}

/** The sample data: in by one click and out by one. */
export function createSampleStore(client: Client, undoStore: UndoStore) {
  const { did, refuse } = undoStore.getState()
  return createStore<SampleState>()((set) => {
    const run = async (work: () => Promise<unknown>): Promise<boolean> => {
      set({ busy: true })
      try {
        await work()
        return true
      } catch (error) {
        refuse(error)
        return false
      } finally {
        set({ busy: false })
      }
    }
    return {
      busy: false,
      add: () => run(() => client.call('sample:add', {})),
      remove: async () => {
        const removed = await run(() => client.call('sample:remove', {}))
        if (removed) {
          did(words.sampleRemoved, async () => {
            await client.call('sample:add', {})
          })
        }
      },
    }
  })
}
