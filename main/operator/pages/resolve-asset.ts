import { extname, resolve, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export type Asset = { readonly file: string; readonly contentType: string }

/**
 * The file a URL's path names inside `root`; null when it would lie elsewhere or is of a kind we do not ship. The URL parser has already
 * folded `..`, but not `%2e%2e%2f` or a backslash, so the decoded path is resolved and contained here.
 */
export function resolveAsset(root: string, pathname: string): Asset | null {
  const decoded = decode(pathname)
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null
  const base = resolve(root)
  const file = resolve(base, `.${sep}${decoded}`)
  const contentType = contentTypes[extname(file).toLowerCase()]
  return file.startsWith(base + sep) && contentType !== undefined ? { file, contentType } : null
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
