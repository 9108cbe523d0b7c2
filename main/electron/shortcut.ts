import type { GlobalShortcut } from 'electron'
import { words } from './words.ts'

export type ShortcutResult = { readonly ok: true } | { readonly ok: false; readonly reason: string }

export type CaptureShortcut = {
  /** Takes the new key, then lets go of the old one: a clash leaves the old one working and says so. Null lets go of it. */
  readonly bind: (accelerator: string | null) => ShortcutResult
  /** What `bind` would say, leaving everything as it is. */
  readonly tryOut: (accelerator: string | null) => ShortcutResult
  readonly release: () => void
}

/** `denial` says why the system gives no application a key; null where it does. */
export function createCaptureShortcut(
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>,
  denial: string | null,
  action: () => void,
): CaptureShortcut {
  let bound: string | null = null
  const take = (accelerator: string): ShortcutResult => {
    if (denial !== null) return { ok: false, reason: denial }
    if (register(globalShortcut, accelerator, action)) return { ok: true }
    return { ok: false, reason: words.hotkeyTaken(accelerator, bound) }
  }
  const release = (): void => {
    if (bound !== null) globalShortcut.unregister(bound)
    bound = null
  }
  return {
    bind: (accelerator) => {
      if (accelerator === bound) return { ok: true }
      const taken = accelerator === null ? { ok: true as const } : take(accelerator)
      if (!taken.ok) return taken
      release()
      bound = accelerator
      return taken
    },
    tryOut: (accelerator) => {
      if (accelerator === null || accelerator === bound) return { ok: true }
      const taken = take(accelerator)
      if (taken.ok) globalShortcut.unregister(accelerator)
      return taken
    },
    release,
  }
}

/** Electron answers false for a key that is taken and throws for one it cannot read. */
function register(globalShortcut: Pick<GlobalShortcut, 'register'>, accelerator: string, action: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, action)
  } catch {
    return false
  }
}
