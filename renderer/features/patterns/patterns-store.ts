import { createStore } from 'zustand/vanilla'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { failed, ready } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import type { Client } from '../../bridge/client.ts'

export type PatternsState = {
  readonly patterns: Loaded<OutputOf<'patterns:list'>>
  /** Null until read, and where it could not be: the patterns themselves matter more. */
  readonly precision: OutputOf<'alerts:precision'>['rules'] | null
  readonly load: () => Promise<void>
}

export function createPatternsStore(client: Client) {
  return createStore<PatternsState>()((set) => ({
    patterns: { kind: 'loading' },
    precision: null,
    load: async () => {
      try {
        set({ patterns: ready(await client.call('patterns:list', {})) })
        set({ precision: (await client.call('alerts:precision', {})).rules })
      } catch (error) {
        set(({ patterns }) => ({ patterns: failed(error, patterns) }))
      }
    },
  }))
}
