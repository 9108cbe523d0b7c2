/** What a request says of where it comes from. Header names are lower case; each value stands as often as it was sent. */
export type RequestFacts = {
  readonly method: string
  /** As it stands in the request's first line. */
  readonly target: string
  readonly headers: ReadonlyMap<string, readonly string[]>
}

export type GuardVerdict = { readonly allowed: true } | { readonly allowed: false; readonly status: RefusalStatus; readonly reason: string }

type RefusalStatus = 400 | 403 | 405 | 421

const allowed: GuardVerdict = { allowed: true }

function refuse(status: RefusalStatus, reason: string): GuardVerdict {
  return { allowed: false, status, reason }
}

/** The names under which this server may be asked. Another name in the Host header is a page elsewhere that had its name point here (DNS rebinding). */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
}

/**
 * A path of this server and nothing else. `http://elsewhere/` and `//elsewhere/` name a host of their own beside the Host header, and whoever takes the one
 * for the other can be fooled; no browser sends them to a server.
 */
function isOwnPath(target: string): boolean {
  return /^\/(?!\/)/.test(target) && URL.canParse(target, 'http://127.0.0.1')
}

/**
 * Whether a request comes from this machine's owner's own pages or tools, by what a browser cannot be made to lie about. Holds on every route.
 * Writes also need the header that a form or an image elsewhere cannot send.
 */
export function guardRequest({ method, target, headers }: RequestFacts, port: number): GuardVerdict {
  const [host, ...moreHosts] = headers.get('host') ?? []
  if (host === undefined || moreHosts.length > 0) return refuse(400, 'Exactly one Host header is needed.')
  if (!ownHosts(port).includes(host)) return refuse(421, `This server answers to ${ownHosts(port).join(', ')} only.`)

  const [origin, ...moreOrigins] = headers.get('origin') ?? []
  if (moreOrigins.length > 0) return refuse(400, 'At most one Origin header is understood.')
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'Requests from other pages are refused.')

  const site = headers.get('sec-fetch-site') ?? []
  if (site.some((value) => value !== 'same-origin' && value !== 'none')) return refuse(403, 'Requests from other sites are refused.')

  if (!['GET', 'HEAD', 'POST'].includes(method)) return refuse(405, 'Only GET, HEAD and POST are understood.')
  if (!isOwnPath(target)) return refuse(400, 'The request must name a path of this server, such as /health.')
  if (method !== 'POST') return allowed
  if (headers.get('x-thanos-request')?.[0] !== '1') return refuse(403, 'A write needs the header X-Thanos-Request: 1.')
  const [type = ''] = headers.get('content-type') ?? []
  return type.split(';')[0]?.trim().toLowerCase() === 'application/json'
    ? allowed
    : refuse(400, 'A write needs a JSON body (Content-Type: application/json).')
}
