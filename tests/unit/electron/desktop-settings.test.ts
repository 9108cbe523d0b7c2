import { expect, it } from 'vitest'
import { desktopSettingsOf } from '../../../main/electron/desktop-settings.ts'

it('reads what concerns the desktop', () => {
  const values = {
    desktop: { launch_at_login: true, theme: 'dark', destroy_hidden_windows_after_seconds: 5 },
    capture: { hotkey: 'Alt+Space', review_below: 0.6 },
    channels: { native: { enabled: true, sound: 'none' } },
    http: { enabled: true, port: 9000 },
  }
  expect(desktopSettingsOf(values)).toEqual({
    launchAtLogin: true,
    theme: 'dark',
    destroyHiddenWindowsAfterMs: 5_000,
    captureHotkey: 'Alt+Space',
    notificationSound: 'none',
    http: { enabled: true, port: 9000 },
  })
})

it('falls back to the defaults one by one', () => {
  expect(desktopSettingsOf({ desktop: { theme: 'purple', destroy_hidden_windows_after_seconds: 10 } })).toEqual({
    launchAtLogin: false,
    theme: 'system',
    destroyHiddenWindowsAfterMs: 10_000,
    captureHotkey: 'Control+Shift+Space',
    notificationSound: 'default',
    http: { enabled: false, port: 8765 },
  })
})
