import type { DesktopApp } from './start-desktop-app.ts'

export type MainWindowState = {
  readonly isShown: boolean
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly title: string
  readonly rendererPid: number
  readonly isCrashed: boolean
}

/** The main window as the main process has it; null while there is none. The capture window, which is always there, is another. */
export function mainWindow({ app }: DesktopApp): Promise<MainWindowState | null> {
  return app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('/index.html'))
    if (window === undefined) return null
    return {
      isShown: window.isVisible() && !window.isMinimized(),
      bounds: window.getBounds(),
      title: window.getTitle(),
      rendererPid: window.webContents.getOSProcessId(),
      isCrashed: window.webContents.isCrashed(),
    }
  })
}

/** Does to the main window what its owner, or an accident, would do. */
export function actOnMainWindow({ app }: DesktopApp, action: 'minimize' | 'hide' | 'close' | 'resize' | 'crash'): Promise<void> {
  return app.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('/index.html'))
    if (wanted === 'minimize') window?.minimize()
    else if (wanted === 'hide') window?.hide()
    else if (wanted === 'close') window?.close()
    else if (wanted === 'resize') window?.setBounds({ x: 60, y: 70, width: 900, height: 600 })
    else window?.webContents.forcefullyCrashRenderer()
  }, action)
}
