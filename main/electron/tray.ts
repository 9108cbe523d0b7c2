import { Menu, Tray, type Rectangle } from 'electron'
import { trayImage } from './tray-images.ts'
import { trayMenu, type TrayActions, type UpdateOffer } from './tray-menu.ts'
import type { TrayView } from './tray-view.ts'
import { words } from './words.ts'

export type OperatorTray = {
  readonly show: (view: TrayView) => void
  /** The theme changed: draw the same face again. */
  readonly redraw: () => void
  /** A newer version, to be installed from the menu. */
  readonly offer: (version: string, install: () => void) => void
  readonly bounds: () => Rectangle
  readonly destroy: () => void
}

export type TrayOptions = { readonly actions: TrayActions; readonly onClick: () => void; readonly now: () => number }

export function createTray({ actions, onClick, now }: TrayOptions): OperatorTray {
  let view: TrayView = { face: 'quiet', count: 0, paused: false, tooltip: words.starting }
  let update: UpdateOffer | null = null
  const tray = new Tray(trayImage(view.face))
  // On Linux the host shows the menu itself and may never report a click, so the menu belongs to the icon there. Elsewhere a menu that
  // belongs to the icon would open on the left click too, in place of the panel.
  const menuBelongsToIcon = process.platform === 'linux'
  const menu = (): Menu => Menu.buildFromTemplate(trayMenu(view, actions, now, update))
  const show = (next: TrayView): void => {
    view = next
    tray.setImage(trayImage(view.face))
    tray.setToolTip(view.tooltip)
    if (process.platform === 'darwin') tray.setTitle(view.count > 0 ? String(view.count) : '', { fontType: 'monospacedDigit' })
    if (menuBelongsToIcon) tray.setContextMenu(menu())
  }
  show(view)
  tray.on('click', onClick)
  if (!menuBelongsToIcon) tray.on('right-click', () => tray.popUpContextMenu(menu()))
  return {
    show,
    redraw: () => show(view),
    offer: (version, install) => {
      update = { version, install }
      show(view)
    },
    bounds: () => tray.getBounds(),
    destroy: () => tray.destroy(),
  }
}
