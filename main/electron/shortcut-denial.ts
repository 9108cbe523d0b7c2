import { isShortcutPortalThere, type RunProgram } from './session-bus.ts'
import { words } from './words.ts'

/**
 * Why this session gives no application a key; null where it does. Under Wayland only the compositor sees keys that are not for the focused
 * window, and it shares them through a portal that not every desktop has.
 */
export async function shortcutDenial(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  run: RunProgram,
): Promise<string | null> {
  const isWayland = environment['XDG_SESSION_TYPE'] === 'wayland' || Boolean(environment['WAYLAND_DISPLAY'])
  if (platform !== 'linux' || !isWayland || (await isShortcutPortalThere(run))) return null
  return words.hotkeyDenied
}
