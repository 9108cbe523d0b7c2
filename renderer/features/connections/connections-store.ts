import { createStore } from 'zustand/vanilla'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import { failed, ready } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'

export type SourceName = InputOf<'sources:test'>['name']
export type Outcome = OutputOf<'sources:test'>
type Deed = 'test' | 'retry' | 'connect' | 'disconnect'

export type ConnectionsState = {
  readonly connections: Loaded<OutputOf<'sources:list'>>
  readonly secrets: Loaded<OutputOf<'secrets:list'>>
  /** What is under way, one deed a source. */
  readonly busy: Readonly<Partial<Record<SourceName, Deed>>>
  /** What the last test, retry or connection of a source came to. */
  readonly outcomes: Readonly<Partial<Record<SourceName, Outcome>>>
  readonly load: () => Promise<void>
  readonly test: (name: SourceName) => Promise<void>
  readonly retry: (name: SourceName) => Promise<void>
  readonly connect: () => Promise<void>
  readonly disconnect: (name: SourceName, said: string) => Promise<void>
  /** Resolves to the words of a refusal; null when the secret is kept. */
  readonly setSecret: (name: string, value: string) => Promise<string | null>
  readonly deleteSecret: (name: string) => Promise<string | null>
  readonly allowFile: () => Promise<string | null>
}

export function createConnectionsStore(client: Client) {
  return createStore<ConnectionsState>()((set, get) => {
    const run = async (name: SourceName, deed: Deed, work: () => Promise<Outcome | null>) => {
      if (get().busy[name] !== undefined) return
      set(({ busy }) => ({ busy: { ...busy, [name]: deed } }))
      let outcome: Outcome | null
      try {
        outcome = await work()
      } catch (error) {
        outcome = { ok: false, message: wordsOf(error) }
      }
      set(({ busy: { [name]: _done, ...busy }, outcomes: { [name]: _before, ...outcomes } }) => ({
        busy,
        outcomes: outcome === null ? outcomes : { ...outcomes, [name]: outcome },
      }))
      await get().load()
    }
    const change = async (work: () => Promise<unknown>): Promise<string | null> => {
      try {
        await work()
        return null
      } catch (error) {
        return wordsOf(error)
      } finally {
        await get().load()
      }
    }
    return {
      connections: { kind: 'loading' },
      secrets: { kind: 'loading' },
      busy: {},
      outcomes: {},
      load: async () => {
        const both = await Promise.allSettled([client.call('sources:list', {}), client.call('secrets:list', {})])
        const [connections, secrets] = both
        set((before) => ({
          connections: connections.status === 'fulfilled' ? ready(connections.value) : failed(connections.reason, before.connections),
          secrets: secrets.status === 'fulfilled' ? ready(secrets.value) : failed(secrets.reason, before.secrets),
        }))
      },
      test: (name) => run(name, 'test', () => client.call('sources:test', { name })),
      retry: (name) =>
        run(name, 'retry', async () => {
          await client.call('sources:retry', { name })
          return null
        }),
      connect: () => run('oura', 'connect', () => client.call('sources:connect', { name: 'oura' })),
      disconnect: (name, said) =>
        run(name, 'disconnect', async () => {
          await client.call('sources:disconnect', { name })
          return { ok: true, message: said }
        }),
      setSecret: (name, value) => change(() => client.call('secrets:set', { name, value })),
      deleteSecret: (name) => change(() => client.call('secrets:delete', { name })),
      allowFile: () => change(() => client.call('secrets:allow-file', {})),
    }
  })
}
