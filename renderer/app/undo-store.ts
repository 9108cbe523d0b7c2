import { createStore } from 'zustand/vanilla'
import { wordsOf } from '../bridge/refused.ts'

type Done = { readonly words: string; readonly undo: () => Promise<void> }

/**
 * What was last done, and what was last refused. Undo is a stack: Z goes back step by step. A refusal stays until it is read;
 * it is never a message that disappears by itself.
 */
export type UndoState = {
  readonly stack: readonly Done[]
  /** The line shown: the newest deed, until it is undone or put away. */
  readonly shown: string | null
  readonly refusal: string | null
  /** A deed that may be on the stack in a moment: an undo asked for meanwhile means this one, not the one before, and waits for it. */
  readonly underWay: (deed: Promise<unknown>) => void
  readonly did: (words: string, undo: () => Promise<void>) => void
  readonly undo: () => Promise<void>
  readonly refuse: (error: unknown) => void
  readonly putAway: () => void
}

const depth = 50

export function createUndoStore() {
  const pending = new Set<Promise<unknown>>()
  return createStore<UndoState>()((set, get) => ({
    stack: [],
    shown: null,
    refusal: null,
    underWay: (deed) => {
      const settled = deed.catch(() => undefined).finally(() => pending.delete(settled))
      pending.add(settled)
    },
    did: (words, undo) => set(({ stack }) => ({ stack: [...stack, { words, undo }].slice(-depth), shown: words, refusal: null })),
    undo: async () => {
      // One deed may be several requests, one after the other.
      while (pending.size > 0) await Promise.all(pending)
      const last = get().stack.at(-1)
      if (last === undefined) return
      set(({ stack }) => ({ stack: stack.slice(0, -1), shown: null, refusal: null }))
      try {
        await last.undo()
      } catch (error) {
        // Not undone: it goes back on the stack, so that it can be tried again.
        set(({ stack }) => ({ stack: [...stack, last], refusal: wordsOf(error) }))
      }
    },
    refuse: (error) => set({ refusal: wordsOf(error) }),
    putAway: () => set({ shown: null, refusal: null }),
  }))
}

export type UndoStore = ReturnType<typeof createUndoStore>
