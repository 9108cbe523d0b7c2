import type { DraftKeeper } from './capture-store.ts'

const key = 'capture-draft'

/** Beside the window's other memory. A storage that is full or forbidden costs only what a crash would take. */
export function draftKeeper(storage: Storage): DraftKeeper {
  return {
    read: () => storage.getItem(key) ?? '',
    write: (text) => {
      try {
        if (text === '') storage.removeItem(key)
        else storage.setItem(key, text)
      } catch {
        // See above.
      }
    },
  }
}
