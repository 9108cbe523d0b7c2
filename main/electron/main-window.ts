import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { pageUrl, type AppOrigin } from './app-origin.ts'
import { destinationUrl, type Destination } from './destination.ts'
import { loadPage } from './load-page.ts'
import { reloadAfterCrash } from './guard.ts'
import { sendEvent } from './ipc.ts'
import { createLingeringWindow } from './lingering-window.ts'
import { pagePreferences } from './web-preferences.ts'
import { centred, pullBackOnScreen } from './window-bounds.ts'
import { readWindowMemory, writeWindowMemory } from './window-memory.ts'

const usual = { width: 1080, height: 720 }
const minimum = { width: 720, height: 480 }

export type MainWindow = {
  /** Opens, raises and focuses the window. `quietly` leaves the focus where it is. */
  readonly show: (options?: { readonly destination?: Destination; readonly quietly?: boolean }) => void
  readonly current: () => BrowserWindow | null
  /** For good, remembering where it was. */
  readonly close: () => void
}

export type MainWindowOptions = {
  readonly origin: AppOrigin
  readonly memoryFile: string
  readonly lingerMs: () => number
  /** Closing hides the window while there is a tray to bring it back; without one it is minimized, so that it stays within reach. */
  readonly hasTray: () => boolean
  readonly isQuitting: () => boolean
  readonly onCrash: (reason: string) => void
}

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const lingering = createLingeringWindow(() => make(options), options.lingerMs)
  return {
    show: ({ destination, quietly = false } = {}) => {
      const isNew = lingering.current() === null
      const window = lingering.ensure()
      const reveal = (): void => {
        if (window.isMinimized()) window.restore()
        if (quietly) window.showInactive()
        else {
          window.show()
          window.focus()
        }
      }
      const announce = (): void => {
        // Ended while its page was being loaded.
        if (!window.isDestroyed()) sendEvent(window.webContents, 'shown', {})
      }
      if (isNew) {
        // A page that is only being loaded hears no event yet: it finds its place in its address.
        window.once('ready-to-show', reveal)
        window.webContents.once('did-finish-load', announce)
        loadPage(window, destination === undefined ? pageUrl('index', options.origin) : destinationUrl(destination, options.origin))
      } else {
        reveal()
        announce()
        if (destination !== undefined) sendEvent(window.webContents, 'navigate', destination)
      }
    },
    current: lingering.current,
    close: () => lingering.current()?.close(),
  }
}

function make(options: MainWindowOptions): BrowserWindow {
  const memory = readWindowMemory(options.memoryFile)
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const areas = [primary, ...others].map((display) => display.workArea)
  const bounds = pullBackOnScreen(memory?.main ?? centred(usual, primary.workArea), areas, minimum)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(minimum.width, bounds.width),
    minHeight: Math.min(minimum.height, bounds.height),
    show: false,
    title: 'Thanos Operator',
    autoHideMenuBar: true,
    // Elsewhere the program itself carries its icon.
    ...(process.platform === 'linux' ? { icon: join(app.getAppPath(), 'resources', 'icon.png') } : {}),
    // The first paint is the page's own surface, not a white flash: --bg of the design's two themes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#121317' : '#fbfaf9',
    webPreferences: pagePreferences(),
  })
  if (memory?.maximized === true) window.maximize()
  const remember = (): void => writeWindowMemory(options.memoryFile, { main: window.getNormalBounds(), maximized: window.isMaximized() })
  window.on('hide', remember)
  window.on('close', (event) => {
    remember()
    if (options.isQuitting()) return
    event.preventDefault()
    if (options.hasTray()) window.hide()
    else window.minimize()
  })
  reloadAfterCrash(window.webContents, options.onCrash)
  return window
}
