import { createStore } from 'zustand/vanilla'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import type { PromiseView } from '../../../shared/model/task.ts'
import { failed, ready, valueOf } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import type { UndoStore } from '../../app/undo-store.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'
import type { PromiseOrder } from './groups.ts'
import { promisesStrings as words } from './strings.ts'

export type PromiseChange = Omit<InputOf<'promises:update'>, 'id'>

export type PromisesState = {
  readonly promises: Loaded<readonly PromiseView[]>
  readonly order: PromiseOrder
  readonly closedToo: boolean
  readonly load: () => Promise<void>
  readonly setOrder: (order: PromiseOrder) => void
  readonly setClosedToo: (closedToo: boolean) => Promise<void>
  /** Resolves to the words of a refusal, to be shown beside the field; null when it was added. */
  readonly add: (promise: InputOf<'promises:add'>) => Promise<string | null>
  readonly update: (promise: PromiseView, change: PromiseChange) => Promise<string | null>
}

export function createPromisesStore(client: Client, undoStore: UndoStore) {
  const { did } = undoStore.getState()
  return createStore<PromisesState>()((set, get) => {
    const show = (changed: PromiseView) =>
      set(({ promises }) => ({ promises: ready((valueOf(promises) ?? []).map((one) => (one.id === changed.id ? changed : one))) }))
    return {
      promises: { kind: 'loading' },
      order: 'date',
      closedToo: false,
      load: async () => {
        try {
          const answer = await client.call('promises:list', { includeClosed: get().closedToo })
          set({ promises: ready(answer.promises) })
        } catch (error) {
          set(({ promises }) => ({ promises: failed(error, promises) }))
        }
      },
      setOrder: (order) => set({ order }),
      setClosedToo: async (closedToo) => {
        set({ closedToo })
        await get().load()
      },
      add: async (input) => {
        try {
          const { promise } = await client.call('promises:add', input)
          did(words.did.added(promise.what), async () => {
            await client.call('promises:update', { id: promise.id, status: 'cancelled' })
            await get().load()
          })
          await get().load()
          return null
        } catch (error) {
          return wordsOf(error)
        }
      },
      update: async (promise, change) => {
        // Shown at once; put back as it was when the operator refuses.
        show({ ...promise, ...(change.status === undefined ? {} : { status: change.status }) })
        try {
          await client.call('promises:update', { id: promise.id, ...change })
        } catch (error) {
          show(promise)
          return wordsOf(error)
        }
        did(change.status === 'kept' ? words.did.kept(promise.what) : words.did.changed(promise.what), async () => {
          await client.call('promises:update', { id: promise.id, ...before(promise, change) })
          await get().load()
        })
        await get().load()
        return null
      },
    }
  })
}

/** The values a change replaced, in the shape that puts them back. */
function before(promise: PromiseView, change: PromiseChange): PromiseChange {
  return {
    ...('what' in change ? { what: promise.what } : {}),
    ...('to' in change ? { to: promise.to } : {}),
    ...('due' in change ? { due: promise.due } : {}),
    ...('status' in change ? { status: promise.status } : {}),
  }
}
