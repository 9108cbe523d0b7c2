import { join } from 'node:path'
import { app, type WebPreferences } from 'electron'

/** The same for every window: a page is a stranger with one declared bridge. */
export function pagePreferences(): WebPreferences {
  return {
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: process.defaultApp,
  }
}
