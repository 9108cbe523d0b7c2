import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'

/** The colour before the page has drawn: the page's own. */
export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#1a1c20' : '#ffffff'
}

/** A small window without a frame that floats over the others and stands in no task bar: the panel and the capture window are such. */
export function floatingWindow(own: BrowserWindowConstructorOptions): BrowserWindow {
  return new BrowserWindow({
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    backgroundColor: backgroundColour(),
    ...own,
  })
}
