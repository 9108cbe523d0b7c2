import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { pageUrl, type AppOrigin } from './app-origin.ts'
import { destinationOf, type Destination } from './destination.ts'
import { floatingWindow } from './floating-window.ts'
import { loadPage } from './load-page.ts'
import { openKnownLink, reloadAfterCrash } from './guard.ts'
import { sendEvent } from './ipc.ts'
import { createLingeringWindow } from './lingering-window.ts'
import { pagePreferences } from './web-preferences.ts'
import { besideTray } from './window-bounds.ts'

const size = { width: 380, height: 560 }

/** A click on the tray icon takes the focus first, which hides the panel; a click this soon after means to close it. */
const sameClickMs = 250

export type PanelWindow = {
  readonly toggle: (icon: Rectangle | null) => void
  readonly current: () => BrowserWindow | null
  readonly destroy: () => void
}

export type PanelWindowOptions = {
  readonly origin: AppOrigin
  readonly lingerMs: () => number
  /** A link in the panel that leads to the main window. */
  readonly onOpen: (destination: Destination) => void
  readonly onCapture: () => void
  readonly onCrash: (reason: string) => void
}

export function createPanelWindow(options: PanelWindowOptions): PanelWindow {
  let hiddenAt = 0
  const lingering = createLingeringWindow(() => {
    const window = make(options)
    window.on('hide', () => {
      hiddenAt = Date.now()
    })
    return window
  }, options.lingerMs)

  return {
    toggle: (icon) => {
      const shown = lingering.current()
      if (shown?.isVisible() === true) return shown.hide()
      if (Date.now() - hiddenAt < sameClickMs) return
      const window = lingering.ensure()
      const at = icon !== null && icon.width > 0 ? { x: icon.x, y: icon.y } : screen.getCursorScreenPoint()
      window.setBounds(besideTray(size, icon, screen.getDisplayNearestPoint(at).workArea))
      const reveal = (): void => {
        window.show()
        window.focus()
        sendEvent(window.webContents, 'shown', {})
      }
      if (shown === null) window.once('ready-to-show', reveal)
      else reveal()
    },
    current: lingering.current,
    destroy: lingering.destroy,
  }
}

function make(options: PanelWindowOptions): BrowserWindow {
  const window = floatingWindow({
    ...size,
    title: 'Thanos Operator',
    webPreferences: pagePreferences(),
  })
  window.on('blur', () => {
    // Developer tools take the focus too; a panel that hid from them could not be looked at.
    if (!window.webContents.isDevToolsOpened()) window.hide()
  })
  window.webContents.setWindowOpenHandler(({ url }) => {
    const destination = destinationOf(url, options.origin)
    if (url === pageUrl('capture', options.origin)) options.onCapture()
    else if (destination === null) openKnownLink(url)
    else options.onOpen(destination)
    return { action: 'deny' }
  })
  reloadAfterCrash(window.webContents, options.onCrash)
  loadPage(window, pageUrl('panel', options.origin))
  return window
}
