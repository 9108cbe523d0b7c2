import { z } from 'zod'
import type { HttpSettings } from './start-desktop.ts'

/** What the desktop reads of the configuration in force. The operator has validated it; `catch` keeps a desktop usable beside an older core. */
const schema = z.object({
  desktop: z
    .object({
      launch_at_login: z.boolean().catch(false),
      theme: z.enum(['system', 'light', 'dark']).catch('system'),
      destroy_hidden_windows_after_seconds: z.number().nonnegative().catch(60),
    })
    .catch({ launch_at_login: false, theme: 'system', destroy_hidden_windows_after_seconds: 60 }),
  capture: z.object({ hotkey: z.string().nullable().catch('Control+Shift+Space') }).catch({ hotkey: 'Control+Shift+Space' }),
  http: z.object({ enabled: z.boolean().catch(false), port: z.number().catch(8765) }).catch({ enabled: false, port: 8765 }),
  channels: z.object({ native: z.object({ sound: z.string().catch('default') }) }).catch({ native: { sound: 'default' } }),
})

export type DesktopSettings = {
  readonly launchAtLogin: boolean
  readonly theme: 'system' | 'light' | 'dark'
  readonly destroyHiddenWindowsAfterMs: number
  /** Null for none. */
  readonly captureHotkey: string | null
  /** `default`, `none`, or the name of a system sound. */
  readonly notificationSound: string
  readonly http: HttpSettings
}

export function desktopSettingsOf(values: Readonly<Record<string, unknown>>): DesktopSettings {
  const { desktop, capture, channels, http } = schema.parse(values)
  return {
    launchAtLogin: desktop.launch_at_login,
    theme: desktop.theme,
    destroyHiddenWindowsAfterMs: desktop.destroy_hidden_windows_after_seconds * 1_000,
    captureHotkey: capture.hotkey,
    notificationSound: channels.native.sound,
    http,
  }
}
