import { shell } from 'electron'
import type { HttpService } from './start-desktop.ts'

/** Opens the served pages in the system's browser, signed in once; null while nothing is served. Our own link: the list of known hosts is for other people's. */
export function browserOpener(http: HttpService | null): (() => void) | null {
  if (http === null || !http.isServing()) return null
  return () => {
    const link = http.oneTimeLink()
    if (link !== null) void shell.openExternal(link)
  }
}
