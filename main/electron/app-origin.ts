/** Where our own pages live. */
export type AppOrigin = { readonly scheme: string; readonly host: string }

/** A scheme of our own: file: would give every page the right to read the disk. */
export const ownOrigin: AppOrigin = { scheme: 'thanos-operator', host: 'app' }

/**
 * For a launcher that loads the application only when Electron is ready already, too late to declare a scheme. The name is reserved and
 * no server can have it; requests to it are answered from the built files as with the scheme, and https leads nowhere else.
 */
export const lateOrigin: AppOrigin = { scheme: 'https', host: 'thanos-operator.invalid' }

export type AppPage = 'index' | 'panel' | 'capture'

export function pageUrl(page: AppPage, origin: AppOrigin): string {
  return `${origin.scheme}://${origin.host}/${page}.html`
}

/** Compares parsed parts, never a prefix: `thanos-operator://app.evil/` and `thanos-operator://app@evil/` begin the same way. */
export function isAppUrl(text: string, origin: AppOrigin): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === `${origin.scheme}:` && url.host === origin.host && url.username === '' && url.password === ''
}

/** A message counts only from the main frame of one of our own pages. A frame that is gone has no say. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null, origin: AppOrigin): boolean {
  return frame !== null && frame.parent === null && isAppUrl(frame.url, origin)
}
