import { createStore } from 'zustand/vanilla'
import type { CaptureView, UnderstoodSpanView } from '../../../shared/model/capture.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'
import { carriedSpans } from './carried-spans.ts'

/** Where a draft outlives its page: a crash of it, or of the whole machine. */
export type DraftKeeper = { readonly read: () => string; readonly write: (text: string) => void }

export type CaptureState = {
  readonly text: string
  readonly spans: readonly UnderstoodSpanView[]
  /** Dates and people are not read. */
  readonly isPlain: boolean
  readonly phase: 'writing' | 'saving' | 'saved'
  /** What became of the last one; null before the first and once the next is begun. */
  readonly saved: CaptureView | null
  readonly problem: string | null
  readonly write: (text: string) => void
  readonly setPlain: (isPlain: boolean) => void
  /** Reads the dates and people of what stands there; the caller waits for a pause in the typing. */
  readonly understand: () => Promise<void>
  readonly save: () => Promise<void>
  readonly undo: () => Promise<void>
  /** Done with what was saved: an empty field again. */
  readonly begin: () => void
}

/** As much as `captures:understood` reads: the beginning of a long text. */
const mostRead = 5_000

export function createCaptureStore(client: Client, draft: DraftKeeper) {
  let asked = 0
  return createStore<CaptureState>()((set, get) => ({
    text: draft.read(),
    spans: [],
    isPlain: false,
    phase: 'writing',
    saved: null,
    problem: null,
    write: (text) => {
      asked += 1
      set((state) => ({ text, spans: carriedSpans(state.spans, state.text, text), phase: 'writing', saved: null, problem: null }))
      draft.write(text)
    },
    setPlain: (isPlain) => {
      asked += 1
      set(isPlain ? { isPlain, spans: [] } : { isPlain })
    },
    understand: async () => {
      const { isPlain, text } = get()
      if (isPlain || text.trim() === '') return set({ spans: [] })
      const mine = ++asked
      // Reading is a help, not a need: what is not understood is simply not marked.
      const answer = await client.call('captures:understood', { text: text.slice(0, mostRead) }).catch(() => null)
      if (answer !== null && mine === asked) set({ spans: answer.spans })
    },
    save: async () => {
      const { isPlain, phase, text } = get()
      if (phase === 'saving' || text.trim() === '') return
      set({ phase: 'saving', problem: null })
      try {
        const { capture } = await client.call('captures:add', { text, origin: 'window', plain: isPlain })
        asked += 1
        draft.write('')
        set({ text: '', spans: [], isPlain: false, phase: 'saved', saved: capture })
      } catch (error) {
        set({ phase: 'writing', problem: wordsOf(error) })
      }
    },
    undo: async () => {
      const { saved } = get()
      if (saved === null || saved.state === 'undone') return
      try {
        const { capture } = await client.call('captures:undo', { id: saved.id })
        set({ saved: capture, problem: null })
      } catch (error) {
        set({ problem: wordsOf(error) })
      }
    },
    begin: () => set({ phase: 'writing', saved: null, problem: null }),
  }))
}

export type CaptureStore = ReturnType<typeof createCaptureStore>
