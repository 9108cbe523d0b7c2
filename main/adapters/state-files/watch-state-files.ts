import { watch, type FSWatcher } from 'node:fs'
import type { Clock } from '../../ports/clock.ts'
import { stateFileNames } from './state-file-names.ts'

/** An editor writes in several steps: what comes within this is one change; in ms. */
const settle = 200

/** Says when one of the state files changed. A folder that cannot be watched (a network share, a missing folder) is simply read with each cycle. */
export function watchStateFiles(folder: string, clock: Clock, changed: () => void): { readonly close: () => void } {
  let cancel: (() => void) | null = null
  const names: ReadonlySet<string> = new Set(Object.values(stateFileNames))
  const watcher = open(folder, (name) => {
    if (name !== null && !names.has(name)) return
    cancel?.()
    cancel = clock.after(settle, changed, { background: true })
  })
  return {
    close() {
      cancel?.()
      watcher?.close()
    },
  }
}

function open(folder: string, heard: (name: string | null) => void): FSWatcher | null {
  try {
    // The folder, not the files: a file replaced by a rename is another file.
    const watcher = watch(folder, { persistent: false }, (_event, name) => heard(name))
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null
  }
}
