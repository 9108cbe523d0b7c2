import { join } from 'node:path'
import { app, nativeImage, nativeTheme, type NativeImage } from 'electron'
import type { TrayFace } from './tray-view.ts'

/** macOS tints a template itself; elsewhere the glyph is chosen to stand out from the bar it lies on. */
export function trayImage(face: TrayFace): NativeImage {
  const variant = process.platform === 'darwin' ? 'Template' : isBarDark() ? '-light' : '-dark'
  return nativeImage.createFromPath(join(app.getAppPath(), 'resources', 'tray', `${face}${variant}.png`))
}

/** The taskbar's theme may differ from that of applications on Windows. Linux panels are dark by custom and say nothing of it. */
function isBarDark(): boolean {
  if (process.platform === 'linux') return true
  // Older Electrons have no such property, and answer undefined.
  const ofTheSystem: boolean | undefined = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
  return ofTheSystem ?? nativeTheme.shouldUseDarkColors
}
