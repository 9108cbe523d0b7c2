import { createStore } from 'zustand/vanilla'

/** What lies over the screen: the palette, the list of keys, or nothing. */
type Overlay = 'palette' | 'shortcuts'
export type ShellState = {
  readonly overlay: Overlay | null
  readonly open: (overlay: Overlay) => void
  readonly close: () => void
}

export function createShellStore() {
  return createStore<ShellState>()((set) => ({
    overlay: null,
    open: (overlay) => set({ overlay }),
    close: () => set({ overlay: null }),
  }))
}
