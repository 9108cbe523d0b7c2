import { describe, expect, it } from 'vitest'
import { createCaptureShortcut } from '../../../main/electron/shortcut.ts'

function keyboard(taken: readonly string[]) {
  const held = new Set<string>()
  return {
    held,
    register: (accelerator: string) => {
      if (accelerator.includes('?')) throw new TypeError('conversion failure')
      if (taken.includes(accelerator)) return false
      held.add(accelerator)
      return true
    },
    unregister: (accelerator: string) => {
      held.delete(accelerator)
    },
  }
}

const nothing = (): void => undefined

describe('the capture shortcut', () => {
  it('takes the key, and lets go of it', () => {
    const keys = keyboard([])
    const shortcut = createCaptureShortcut(keys, null, nothing)
    expect(shortcut.bind('Control+Shift+Space')).toEqual({ ok: true })
    expect([...keys.held]).toEqual(['Control+Shift+Space'])
    shortcut.release()
    expect([...keys.held]).toEqual([])
  })

  it('moves to another key', () => {
    const keys = keyboard([])
    const shortcut = createCaptureShortcut(keys, null, nothing)
    shortcut.bind('Control+Shift+Space')
    expect(shortcut.bind('Alt+Space')).toEqual({ ok: true })
    expect([...keys.held]).toEqual(['Alt+Space'])
  })

  it.each(['Alt+Space', 'What?'])('keeps the old key when %s cannot be had, and says so', (wanted) => {
    const keys = keyboard(['Alt+Space'])
    const shortcut = createCaptureShortcut(keys, null, nothing)
    shortcut.bind('Control+Shift+Space')
    expect(shortcut.bind(wanted)).toMatchObject({ ok: false, reason: expect.stringContaining('Control+Shift+Space stays') as string })
    expect([...keys.held]).toEqual(['Control+Shift+Space'])
  })

  it('says that there is none when the first one is taken', () => {
    const shortcut = createCaptureShortcut(keyboard(['Alt+Space']), null, nothing)
    expect(shortcut.bind('Alt+Space')).toMatchObject({ ok: false, reason: expect.stringContaining('there is none for now') as string })
  })

  it('lets go of the key when there is to be none', () => {
    const keys = keyboard([])
    const shortcut = createCaptureShortcut(keys, null, nothing)
    shortcut.bind('Control+Shift+Space')
    expect(shortcut.bind(null)).toEqual({ ok: true })
    expect([...keys.held]).toEqual([])
  })

  it('tries a key out without keeping it', () => {
    const keys = keyboard(['Alt+Space'])
    const shortcut = createCaptureShortcut(keys, null, nothing)
    shortcut.bind('Control+Shift+Space')
    expect(shortcut.tryOut('Alt+Space')).toMatchObject({ ok: false })
    expect(shortcut.tryOut('Alt+X')).toEqual({ ok: true })
    expect(shortcut.tryOut('Control+Shift+Space')).toEqual({ ok: true })
    expect([...keys.held]).toEqual(['Control+Shift+Space'])
  })

  it('asks for no key where the system gives none, and says why', () => {
    const keys = keyboard([])
    const shortcut = createCaptureShortcut(keys, 'This session gives no keys.', nothing)
    expect(shortcut.bind('Alt+Space')).toEqual({ ok: false, reason: 'This session gives no keys.' })
    expect([...keys.held]).toEqual([])
  })
})
