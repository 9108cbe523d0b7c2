import { createStore } from 'zustand/vanilla'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { failed, ready, valueOf } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import type { UndoStore } from '../../app/undo-store.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'
import { valueAt } from './setting-values.ts'
import { settingsStrings as words } from './strings.ts'

export type SettingsState = {
  readonly settings: Loaded<OutputOf<'settings:get'>>
  readonly load: () => Promise<void>
  /** The words shown beside the field while typing; null when it is fine. */
  readonly validate: (path: string, value: unknown) => Promise<string | null>
  /** Writes and applies. Resolves to the words of a refusal; null when it holds now. */
  readonly save: (path: string, value: unknown, label: string) => Promise<string | null>
  readonly preview: (path: string, value: number) => Promise<OutputOf<'settings:preview'> | null>
}

export function createSettingsStore(client: Client, undoStore: UndoStore) {
  const { did } = undoStore.getState()
  return createStore<SettingsState>()((set, get) => {
    const write = async (path: string, value: unknown) => {
      const { values, changed } = await client.call('settings:set', { path, value })
      set(({ settings }) => {
        const before = valueOf(settings)
        return before === null ? {} : { settings: ready({ ...before, values, changed }) }
      })
    }
    return {
      settings: { kind: 'loading' },
      load: async () => {
        try {
          set({ settings: ready(await client.call('settings:get', {})) })
        } catch (error) {
          set(({ settings }) => ({ settings: failed(error, settings) }))
        }
      },
      validate: async (path, value) => {
        try {
          return (await client.call('settings:validate', { path, value })).problem
        } catch (error) {
          return wordsOf(error)
        }
      },
      save: async (path, value, label) => {
        const before = valueAt(valueOf(get().settings)?.values ?? {}, path)
        try {
          await write(path, value)
        } catch (error) {
          return wordsOf(error)
        }
        did(words.did(label), () => write(path, before ?? null))
        return null
      },
      // Nothing is shown where a threshold cannot be tried: the slider works without it.
      preview: (path, value) => client.call('settings:preview', { path, value }).catch(() => null),
    }
  })
}
