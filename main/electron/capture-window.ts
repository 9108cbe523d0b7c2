import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { signalContract } from '../../shared/ipc/signals.ts'
import { pageUrl, type AppOrigin } from './app-origin.ts'
import { captureBounds, captureSize } from './capture-bounds.ts'
import { backgroundColour, floatingWindow } from './floating-window.ts'
import { loadPage } from './load-page.ts'
import { reloadAfterCrash } from './guard.ts'
import { sendEvent } from './ipc.ts'
import { pagePreferences } from './web-preferences.ts'

export type CaptureWindow = {
  /** Makes it, hidden: a window made on demand is not there within 100 ms. Again is a no-op. */
  readonly prepare: () => void
  /** In front of everything, ready to type; put away when it is there already, as the same key would be expected to do. */
  readonly toggle: () => void
  readonly show: () => void
  readonly destroy: () => void
}

export type CaptureWindowOptions = { readonly origin: AppOrigin; readonly onCrash: (reason: string) => void }

/** One window for the life of the application. Its page keeps the draft, so hiding loses nothing. */
export function createCaptureWindow(options: CaptureWindowOptions): CaptureWindow {
  let window: BrowserWindow | null = null
  let isLoaded = false
  let height: number = captureSize.height

  const ensure = (): BrowserWindow => {
    if (window !== null) return window
    const made = make(options)
    made.webContents.once('did-finish-load', () => {
      isLoaded = true
    })
    // Heard from this page alone: the listeners are its own, not the application's. A last word may come after the window has gone.
    made.webContents.ipc.on('hide', () => {
      if (!made.isDestroyed()) putAway(made)
    })
    made.webContents.ipc.on('height', (_event, payload: unknown) => {
      const parsed = signalContract.height.safeParse(payload)
      if (!parsed.success || made.isDestroyed()) return
      height = parsed.data.height
      if (made.isVisible()) made.setBounds(captureBounds(height, screen.getDisplayMatching(made.getBounds()).workArea))
    })
    made.on('closed', () => {
      window = null
      isLoaded = false
    })
    window = made
    loadPage(made, pageUrl('capture', options.origin))
    return made
  }
  const reveal = (made: BrowserWindow): void => {
    // Ended while its page was being loaded.
    if (made.isDestroyed()) return
    made.setBounds(captureBounds(height, screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea))
    made.show()
    made.focus()
    sendEvent(made.webContents, 'shown', {})
  }
  const show = (): void => {
    const made = ensure()
    if (isLoaded) reveal(made)
    else made.webContents.once('did-finish-load', () => reveal(made))
  }
  return {
    prepare: () => void ensure(),
    show,
    toggle: () => {
      if (window?.isVisible() === true && window.isFocused()) putAway(window)
      else show()
    },
    destroy: () => window?.destroy(),
  }
}

/** The focus goes back to where it was: the window manager does that, except on macOS, where the application itself has to step back. */
function putAway(window: BrowserWindow): void {
  window.hide()
  if (process.platform === 'darwin' && !BrowserWindow.getAllWindows().some((each) => each.isVisible())) app.hide()
}

function make(options: CaptureWindowOptions): BrowserWindow {
  const window = floatingWindow({
    ...captureSize,
    // The first key waits no longer for it (61 ms either way), and until then the page need not draw.
    paintWhenInitiallyHidden: false,
    title: 'Thanos Operator, capture',
    // A panel floats over full-screen applications, on every space, and does not bring the application's other windows with it.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    // A hidden page is slowed down otherwise, and would be late for the first key.
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  })
  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  // Alt+F4 and its like put it away; the draft stays.
  window.on('close', (event) => {
    event.preventDefault()
    putAway(window)
  })
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundColour())
  })
  reloadAfterCrash(window.webContents, options.onCrash)
  return window
}
