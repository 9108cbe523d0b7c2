import { isAppUrl, pageUrl, type AppOrigin } from './app-origin.ts'

/** Where to go in the main window: a screen, and one thing on it. */
export type Destination = { readonly screen: string; readonly id: string | null }

/** What a link to the main window's page asks for, `index.html#/inbox/a-1`; null for a link to anywhere else. */
export function destinationOf(url: string, origin: AppOrigin): Destination | null {
  if (!isAppUrl(url, origin) || new URL(url).pathname !== new URL(pageUrl('index', origin)).pathname) return null
  const [, screen = '', id = ''] = new URL(url).hash.split('/')
  return { screen: screen === '' ? 'inbox' : screen, id: id === '' ? null : decode(id) }
}

/** The link that `destinationOf` reads. */
export function destinationUrl({ screen, id }: Destination, origin: AppOrigin): string {
  return `${pageUrl('index', origin)}#/${encodeURIComponent(screen)}${id === null ? '' : `/${encodeURIComponent(id)}`}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
