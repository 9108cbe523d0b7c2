import { createStore } from 'zustand/vanilla'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { CaptureAnswer, CaptureClassName, CaptureView } from '../../../shared/model/capture.ts'
import type { UndoStore } from '../../app/undo-store.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'
import { captureTitle } from './capture-title.ts'
import { capturesStrings as words } from './strings.ts'

export type CapturesTab = InputOf<'captures:list'>['show']

/** What another class would change; shown before it is done. */
export type Proposal = OutputOf<'captures:propose'> & { readonly id: string; readonly class: CaptureClassName }

export type CapturesState = {
  readonly tab: CapturesTab
  readonly search: string
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly problem: string | null
  readonly captures: readonly CaptureView[]
  readonly next: string | null
  /** How many wait for the owner's word. */
  readonly waiting: number
  readonly selectedId: string | null
  /** Every answer the selected one was given, the oldest first; null until they are read. */
  readonly answers: readonly CaptureAnswer[] | null
  readonly proposal: Proposal | null
  readonly claude: OutputOf<'captures:claude'> | null
  readonly load: () => Promise<void>
  readonly loadMore: () => Promise<void>
  readonly setTab: (tab: CapturesTab) => Promise<void>
  readonly setSearch: (search: string) => Promise<void>
  readonly select: (id: string | null) => Promise<void>
  /** The owner's word on one that waits: filed at once, and the next one is selected. */
  readonly decide: (capture: CaptureView, kind: CaptureClassName) => Promise<void>
  /** What a new class would change for one that is filed. */
  readonly propose: (capture: CaptureView, kind: CaptureClassName) => Promise<void>
  readonly putProposalAway: () => void
  readonly accept: () => Promise<void>
  /** One that waits is put away: the text stays, and nothing is learnt from it. */
  readonly dismiss: (capture: CaptureView) => Promise<void>
  readonly takeBack: (capture: CaptureView) => Promise<void>
  /** A new thought. Resolves to the words of a refusal, to be shown beside the field; null when it is kept. */
  readonly add: (text: string) => Promise<string | null>
}

const pageSize = 200

export function createCapturesStore(client: Client, undoStore: UndoStore) {
  const { did, refuse } = undoStore.getState()
  let asked = 0
  let lookedAt = 0

  return createStore<CapturesState>()((set, get) => {
    const question = (before: string | null, limit: number): InputOf<'captures:list'> => {
      const { search, tab } = get()
      return { show: tab, before, limit, ...(search.trim() === '' ? {} : { search: search.trim() }) }
    }
    const found = (id: string | null) => get().captures.find((capture) => capture.id === id) ?? null
    /** The one that takes the place of one that leaves the list. */
    const neighbour = ({ id }: CaptureView) => {
      const { captures } = get()
      const at = captures.findIndex((one) => one.id === id)
      return captures[at + 1] ?? captures[at - 1]
    }
    const readAnswers = async (id: string) => {
      const mine = ++lookedAt
      // The capture itself is on the screen; its history fills in when it comes.
      const answer = await client.call('captures:get', { id }).catch(() => null)
      if (answer !== null && mine === lookedAt) set({ answers: answer.answers })
    }
    const file = async (capture: CaptureView, kind: CaptureClassName) => {
      const { capture: filed } = await client.call('captures:reclassify', { id: capture.id, class: kind })
      const before = capture.state === 'filed' ? capture.answer?.class : undefined
      did(words.did.filed(captureTitle(filed), words.classes[kind]), async () => {
        if (before === undefined) {
          await client.call('captures:undo', { id: capture.id })
          // One that waited waits again.
          if (capture.state === 'review') await client.call('captures:reopen', { id: capture.id })
        } else await client.call('captures:reclassify', { id: capture.id, class: before })
        await get().load()
      })
    }

    return {
      tab: 'review',
      search: '',
      phase: 'loading',
      problem: null,
      captures: [],
      next: null,
      waiting: 0,
      selectedId: null,
      answers: null,
      proposal: null,
      claude: null,
      load: async () => {
        const mine = ++asked
        void client.call('captures:claude', {}).then(
          (claude) => set({ claude }),
          () => undefined,
        )
        try {
          const page = await client.call('captures:list', question(null, Math.min(500, Math.max(pageSize, get().captures.length))))
          if (mine !== asked) return
          set({ captures: page.captures, next: page.next, waiting: page.waiting, phase: 'ready', problem: null })
          const { selectedId } = get()
          const selected = found(selectedId) ?? (get().tab === 'review' ? page.captures[0] : undefined)
          if (selected !== undefined && selected.id !== selectedId) set({ selectedId: selected.id, answers: null, proposal: null })
          if (selected !== undefined) await readAnswers(selected.id)
        } catch (error) {
          if (mine === asked) set({ phase: 'failed', problem: wordsOf(error) })
        }
      },
      loadMore: async () => {
        const { next, phase } = get()
        if (next === null || phase !== 'ready') return
        const mine = ++asked
        try {
          const page = await client.call('captures:list', question(next, pageSize))
          if (mine === asked) set(({ captures }) => ({ captures: [...captures, ...page.captures], next: page.next }))
        } catch (error) {
          if (mine === asked) set({ problem: wordsOf(error) })
        }
      },
      setTab: async (tab) => {
        set({ tab, captures: [], next: null, phase: 'loading', selectedId: null, answers: null, proposal: null })
        await get().load()
      },
      setSearch: async (search) => {
        set({ search })
        await get().load()
      },
      select: async (id) => {
        if (id === get().selectedId) return
        set({ selectedId: id, answers: null, proposal: null })
        if (id !== null) await readAnswers(id)
      },
      decide: async (capture, kind) => {
        const { tab } = get()
        const following = neighbour(capture)
        try {
          await file(capture, kind)
          // It leaves the queue, and the eye goes on to the one that takes its place.
          if (tab === 'review') set({ selectedId: following?.id ?? null, answers: null, proposal: null })
        } catch (error) {
          refuse(error)
        }
        await get().load()
      },
      propose: async (capture, kind) => {
        try {
          const change = await client.call('captures:propose', { id: capture.id, class: kind })
          if (get().selectedId === capture.id) set({ proposal: { ...change, id: capture.id, class: kind } })
        } catch (error) {
          refuse(error)
        }
      },
      putProposalAway: () => set({ proposal: null }),
      accept: async () => {
        const { proposal } = get()
        const capture = found(proposal?.id ?? null)
        if (proposal === null || capture === null) return
        set({ proposal: null })
        try {
          await file(capture, proposal.class)
        } catch (error) {
          refuse(error)
        }
        await get().load()
      },
      add: async (text) => {
        try {
          const { capture } = await client.call('captures:add', { text, origin: 'window' })
          did(words.did.added(capture), async () => {
            await client.call('captures:undo', { id: capture.id })
            await get().load()
          })
          await get().load()
          if (found(capture.id) !== null) await get().select(capture.id)
          return null
        } catch (error) {
          return wordsOf(error)
        }
      },
      dismiss: async (capture) => {
        const following = neighbour(capture)
        try {
          await client.call('captures:undo', { id: capture.id })
          did(words.did.dismissed(captureTitle(capture)), async () => {
            await client.call('captures:reopen', { id: capture.id })
            await get().load()
          })
          if (get().tab === 'review') set({ selectedId: following?.id ?? null, answers: null, proposal: null })
        } catch (error) {
          refuse(error)
        }
        await get().load()
      },
      takeBack: async (capture) => {
        const before = capture.answer?.class
        try {
          await client.call('captures:undo', { id: capture.id })
          if (before !== undefined) {
            did(words.did.undone(captureTitle(capture)), async () => {
              await client.call('captures:reclassify', { id: capture.id, class: before })
              await get().load()
            })
          }
        } catch (error) {
          refuse(error)
        }
        await get().load()
      },
    }
  })
}
