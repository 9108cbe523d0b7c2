import { createStore } from 'zustand/vanilla'

/** What lies over the screen: the palette, the list of keys, or nothing. */
type Overlay = 'palette' | 'shortcuts'
export type ShellState = {
  readonly overlay: Overlay | null
  readonly open: (overlay: Overlay) => void
  readonly close: () => void
  /** The first run was gone through or skipped on this computer. */
  readonly shownIn: boolean
  /** It is under way: adding sample data in its second step must not end it. */
  readonly firstRunBegun: boolean
  readonly beginFirstRun: () => void
  readonly endFirstRun: () => void
}

const key = 'shown-in'

export function createShellStore(memory: Pick<Storage, 'getItem' | 'setItem'>) {
  return createStore<ShellState>()((set) => ({
    overlay: null,
    open: (overlay) => set({ overlay }),
    close: () => set({ overlay: null }),
    shownIn: memory.getItem(key) !== null,
    firstRunBegun: false,
    beginFirstRun: () => set({ firstRunBegun: true }),
    endFirstRun: () => {
      memory.setItem(key, 'yes')
      set({ shownIn: true, firstRunBegun: false })
    },
  }))
}
