import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { isAppUrl, lateOrigin, ownOrigin, type AppOrigin } from './app-origin.ts'
import { pageHeaders } from '../operator/pages/page-headers.ts'
import { resolveAsset } from '../operator/pages/resolve-asset.ts'

/** Must run before the application is ready. `standard` gives the scheme origins, `secure` makes it a secure context. */
export function declareAppOrigin(): AppOrigin {
  try {
    protocol.registerSchemesAsPrivileged([
      { scheme: ownOrigin.scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    return ownOrigin
  } catch {
    // Too late: Electron refuses once it is ready. Asking app.isReady() first would not do, a test driver answers that in its place.
    return lateOrigin
  }
}

/** Serves the built pages, and nothing but them, from `root`. */
export function serveApp(session: Session, origin: AppOrigin, root: string): void {
  session.protocol.handle(origin.scheme, async (request) => {
    const asset = isAppUrl(request.url, origin) && request.method === 'GET' ? resolveAsset(root, new URL(request.url).pathname) : null
    if (asset === null) return new Response('Not found', { status: 404, headers: pageHeaders })
    try {
      return new Response(new Uint8Array(await readFile(asset.file)), { headers: { ...pageHeaders, 'Content-Type': asset.contentType } })
    } catch {
      return new Response('Not found', { status: 404, headers: pageHeaders })
    }
  })
}
