import { shell, type App, type Session, type WebContents } from 'electron'
import { isAppUrl, type AppOrigin } from './app-origin.ts'
import { isKnownLink } from './external-link.ts'

/** Every page there ever is stays on our own origin: no other page, no window of its own, no embedded one. */
export function guardContents(app: App, origin: AppOrigin): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (isAppUrl(event.url, origin)) return
      event.preventDefault()
      openKnownLink(event.url)
    })
    // Fires for the main frame as well; following a link outside is left to the one above, so that it happens once.
    contents.on('will-frame-navigate', (event) => {
      if (!isAppUrl(event.url, origin)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isAppUrl(event.url, origin)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openKnownLink(url)
      return { action: 'deny' }
    })
  })
}

/** A permission that is not refused is granted: Electron's default approves requests and checks alike. */
export function guardSession(session: Session, origin: AppOrigin): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // The pages need no network at all: what they ask for is answered by the main process.
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isAppUrl(url, origin) && !url.startsWith('data:') && !url.startsWith('devtools:') }),
  )
}

/** In the system's browser, and only where the list of hosts knows it. */
export function openKnownLink(url: string): void {
  if (isKnownLink(url)) void shell.openExternal(url)
}

/** A renderer that died is loaded again; one that dies while loading is not tried for ever. */
export function reloadAfterCrash(contents: WebContents, report: (reason: string) => void): void {
  let crashes = 0
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    crashes += 1
    report(details.reason)
    if (crashes <= 3 && !contents.isDestroyed()) contents.reload()
  })
}
