import { describe, expect, it } from 'vitest'
import { shortcutDenial } from '../../../main/electron/shortcut-denial.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland' }
const withPortal = () => Promise.resolve({ ok: true as const, output: '(<uint32 1>,)' })
const withoutPortal = () => Promise.resolve({ ok: false as const, reason: 'no such interface' })

describe('whether the system gives a key', () => {
  it('does under X11, on macOS and on Windows', async () => {
    expect(await shortcutDenial('linux', { XDG_SESSION_TYPE: 'x11' }, withoutPortal)).toBeNull()
    expect(await shortcutDenial('darwin', {}, withoutPortal)).toBeNull()
    expect(await shortcutDenial('win32', {}, withoutPortal)).toBeNull()
  })

  it('does under Wayland where the portal is', async () => {
    expect(await shortcutDenial('linux', wayland, withPortal)).toBeNull()
  })

  it('does not under Wayland without it, and says what to do instead', async () => {
    expect(await shortcutDenial('linux', wayland, withoutPortal)).toContain('thanos capture')
    expect(await shortcutDenial('linux', { WAYLAND_DISPLAY: 'wayland-0' }, withoutPortal)).toContain('Wayland')
  })
})
