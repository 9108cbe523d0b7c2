import type { BrowserWindow } from 'electron'

/** Loads a page into a window. One that is closed meanwhile has nothing to show any more; any other failure is a fault of ours and ends as one. */
export function loadPage(window: BrowserWindow, url: string): void {
  void window.loadURL(url).catch((error: unknown) => {
    if (!window.isDestroyed()) throw error
  })
}
