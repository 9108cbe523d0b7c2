import type { GlobalShortcut } from 'electron'

export type ShortcutResult = { readonly ok: true } | { readonly ok: false; readonly reason: string }

export type CaptureShortcut = {
  /** Takes the new key, then lets go of the old one: a clash leaves the old one working and says so. */
  readonly bind: (accelerator: string) => ShortcutResult
  readonly release: () => void
}

export function createCaptureShortcut(
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>,
  action: () => void,
): CaptureShortcut {
  let bound: string | null = null
  const release = (): void => {
    if (bound !== null) globalShortcut.unregister(bound)
    bound = null
  }
  return {
    bind: (accelerator) => {
      if (accelerator === bound) return { ok: true }
      if (!register(globalShortcut, accelerator, action)) {
        const instead = bound === null ? 'there is none for now' : `${bound} stays`
        return {
          ok: false,
          reason: `${accelerator} is taken by another application or is not a key; ${instead}. Choose another in Settings.`,
        }
      }
      release()
      bound = accelerator
      return { ok: true }
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
