import { createStore } from 'zustand/vanilla'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import type { RestorePreviewView } from '../../../shared/ipc/data.ts'
import { failed, ready } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import type { UndoStore } from '../../app/undo-store.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'
import { dataStrings as words } from './strings.ts'

export type Deed = keyof typeof words.busy

/** What the last deed came to; it stays until the next one. */
type Said = { readonly deed: Deed; readonly ok: boolean; readonly words: string }

export type DataState = {
  readonly list: Loaded<OutputOf<'data:list'>>
  /** One at a time: each needs the whole database. */
  readonly busy: Deed | null
  readonly said: Said | null
  readonly load: () => Promise<void>
  /** Does what is asked and keeps the words it came to, or those of its refusal. Resolves to whether it was done. */
  readonly run: (deed: Deed, work: (client: Client) => Promise<string>) => Promise<boolean>
  readonly preview: (name: string, passphrase: string) => Promise<RestorePreviewView | null>
  readonly restore: (name: string, passphrase: string) => Promise<boolean>
  readonly erase: (confirmation: string, backUpFirst: boolean, say: (answer: OutputOf<'data:erase'>) => string) => Promise<boolean>
}

export function createDataStore(client: Client, undoStore: UndoStore) {
  const { did } = undoStore.getState()
  const withPassphrase = (passphrase: string) => (passphrase === '' ? {} : { passphrase })
  return createStore<DataState>()((set, get) => {
    /** An undo that fails says so itself, where undo always does. */
    const bringBack = async (name: string) => {
      await client.call('data:restore', { name })
      set({ said: { deed: 'restore', ok: true, words: words.broughtBack } })
      await get().load()
    }
    return {
      list: { kind: 'loading' },
      busy: null,
      said: null,
      load: async () => {
        try {
          set({ list: ready(await client.call('data:list', {})) })
        } catch (error) {
          set(({ list }) => ({ list: failed(error, list) }))
        }
      },
      run: async (deed, work) => {
        if (get().busy !== null) return false
        set({ busy: deed, said: null })
        try {
          const came = await work(client)
          set({ busy: null, said: came === '' ? null : { deed, ok: true, words: came } })
          return true
        } catch (error) {
          set({ busy: null, said: { deed, ok: false, words: wordsOf(error) } })
          return false
        } finally {
          await get().load()
        }
      },
      preview: async (name, passphrase) => {
        let found: RestorePreviewView | null = null
        await get().run('preview', async () => {
          found = await client.call('data:preview', { name, ...withPassphrase(passphrase) })
          return ''
        })
        return found
      },
      restore: (name, passphrase) =>
        get().run('restore', async () => {
          const { before } = await client.call('data:restore', { name, ...withPassphrase(passphrase) })
          did(words.restored, () => bringBack(before.name))
          return words.restored
        }),
      erase: (confirmation, backUpFirst, say) =>
        get().run('erase', async () => {
          const answer = await client.call('data:erase', { confirmation, backUpFirst })
          const { before } = answer
          if (before !== null) did(words.didErase, () => bringBack(before.name))
          return say(answer)
        }),
    }
  })
}
