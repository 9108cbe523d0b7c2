import { createStore } from 'zustand/vanilla'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { ChannelName } from '../../shared/model/channel-name.ts'
import type { StatusView } from '../../shared/model/status.ts'
import { wordsOf } from '../bridge/refused.ts'
import type { Client } from '../bridge/client.ts'
import { failed, ready } from './loaded.ts'
import type { Loaded } from './loaded.ts'

/** What the operator sees and does; the sidebar, the panel and the Status screen all read this one copy. */
export type StatusState = {
  readonly status: Loaded<StatusView>
  readonly connected: boolean
  /** The operator's clock less this page's: it may run at another time (`--now`), and times are said by its clock. */
  readonly clockAhead: number
  readonly checking: boolean
  readonly load: () => Promise<void>
  readonly check: () => Promise<void>
  readonly pause: (until: number | null) => Promise<void>
  /** What the last test message of a channel came to. */
  readonly tests: Readonly<Partial<Record<ChannelName, OutputOf<'channels:test'> | 'sending'>>>
  readonly sendTest: (channel: ChannelName) => Promise<void>
  /** What the last look at everything found; null before the first. */
  readonly examination: Loaded<OutputOf<'operator:examine'>['checks']> | null
  readonly examine: () => Promise<void>
  readonly setConnected: (connected: boolean) => void
}

export function createStatusStore(client: Client, refuse: (error: unknown) => void, pageNow: () => number) {
  return createStore<StatusState>()((set, get) => ({
    status: { kind: 'loading' },
    connected: true,
    clockAhead: 0,
    checking: false,
    load: async () => {
      try {
        const value = await client.call('status:get', {})
        const ahead = value.now - pageNow()
        // A difference of a moment is the way here and back, not another clock.
        set({ status: ready(value), clockAhead: Math.abs(ahead) < 5_000 ? 0 : ahead })
      } catch (error) {
        set(({ status }) => ({ status: failed(error, status) }))
      }
    },
    check: async () => {
      if (get().checking) return
      set({ checking: true })
      try {
        await client.call('operator:check', {})
        await get().load()
      } catch (error) {
        refuse(error)
      } finally {
        set({ checking: false })
      }
    },
    pause: async (until) => {
      try {
        await client.call('operator:pause', { until })
        await get().load()
      } catch (error) {
        refuse(error)
      }
    },
    tests: {},
    sendTest: async (channel) => {
      set(({ tests }) => ({ tests: { ...tests, [channel]: 'sending' } }))
      try {
        const outcome = await client.call('channels:test', { channel })
        set(({ tests }) => ({ tests: { ...tests, [channel]: outcome } }))
      } catch (error) {
        set(({ tests }) => ({ tests: { ...tests, [channel]: { outcome: 'rejected', reason: wordsOf(error) } } }))
      }
      await get().load()
    },
    examination: null,
    examine: async () => {
      set({ examination: { kind: 'loading' } })
      try {
        set({ examination: ready((await client.call('operator:examine', {})).checks) })
      } catch (error) {
        set({ examination: failed(error, { kind: 'loading' }) })
      }
    },
    setConnected: (connected) => set({ connected }),
  }))
}
