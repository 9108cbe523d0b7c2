import { createStore } from 'zustand/vanilla'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import type { JournalEntryView } from '../../../shared/model/journal.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'

type Severity = JournalEntryView['severity']

export type JournalState = {
  readonly search: string
  readonly severities: readonly Severity[]
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly problem: string | null
  readonly entries: readonly JournalEntryView[]
  readonly next: number | null
  /** Entries gathered for a file that is being saved; null when none is. */
  readonly saving: number | null
  readonly load: () => Promise<void>
  readonly loadMore: () => Promise<void>
  readonly setFilter: (filter: { readonly search?: string; readonly severities?: readonly Severity[] }) => Promise<void>
  /** Everything the filter finds, as JSON Lines, the newest first. */
  readonly gather: () => Promise<string>
}

export function createJournalStore(client: Client) {
  let asked = 0
  return createStore<JournalState>()((set, get) => {
    const question = (before: number | null, limit: number): InputOf<'journal:list'> => {
      const { search, severities } = get()
      return {
        before,
        limit,
        ...(search.trim() === '' ? {} : { search: search.trim() }),
        ...(severities.length === 0 ? {} : { severities: [...severities] }),
      }
    }
    return {
      search: '',
      severities: [],
      phase: 'loading',
      problem: null,
      entries: [],
      next: null,
      saving: null,
      load: async () => {
        const mine = ++asked
        try {
          const page = await client.call('journal:list', question(null, Math.min(1000, Math.max(200, get().entries.length))))
          if (mine === asked) set({ entries: page.entries, next: page.next, phase: 'ready', problem: null })
        } catch (error) {
          if (mine === asked) set({ phase: 'failed', problem: wordsOf(error) })
        }
      },
      loadMore: async () => {
        const { next, phase } = get()
        if (next === null || phase !== 'ready') return
        const mine = ++asked
        try {
          const page = await client.call('journal:list', question(next, 500))
          if (mine === asked) set(({ entries }) => ({ entries: [...entries, ...page.entries], next: page.next }))
        } catch (error) {
          if (mine === asked) set({ problem: wordsOf(error) })
        }
      },
      setFilter: async (filter) => {
        set({ ...filter, entries: [], next: null, phase: 'loading' })
        await get().load()
      },
      gather: async () => {
        const lines: string[] = []
        set({ saving: 0 })
        try {
          let before: number | null = null
          do {
            const page: { readonly entries: readonly JournalEntryView[]; readonly next: number | null } = await client.call(
              'journal:list',
              question(before, 1000),
            )
            lines.push(...page.entries.map((entry) => JSON.stringify(entry)))
            before = page.next
            set({ saving: lines.length })
          } while (before !== null)
        } finally {
          set({ saving: null })
        }
        return `${lines.join('\n')}\n`
      },
    }
  })
}
