/** What a request says of where it comes from. Header names are lower case; each value stands as often as it was sent. */
export type RequestFacts = {
  readonly method: string
  readonly headers: ReadonlyMap<string, readonly string[]>
}

export type GuardVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly status: 400 | 403 | 421; readonly reason: string }

const allowed: GuardVerdict = { allowed: true }

function refuse(status: 400 | 403 | 421, reason: string): GuardVerdict {
  return { allowed: false, status, reason }
}

/** The names under which this server may be asked. Another name in the Host header is a page elsewhere that had its name point here (DNS rebinding). */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
}

/**
 * Whether a request comes from this machine's owner's own pages or tools, by what a browser cannot be made to lie about. Holds on every route.
 * `isWrite` requests also need the header that a form or an image elsewhere cannot send.
 */
export function guardRequest({ method, headers }: RequestFacts, port: number): GuardVerdict {
  const [host, ...moreHosts] = headers.get('host') ?? []
  if (host === undefined || moreHosts.length > 0) return refuse(400, 'Exactly one Host header is needed.')
  if (!ownHosts(port).includes(host)) return refuse(421, `This server answers to ${ownHosts(port).join(', ')} only.`)

  const [origin, ...moreOrigins] = headers.get('origin') ?? []
  if (moreOrigins.length > 0) return refuse(400, 'At most one Origin header is understood.')
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'Requests from other pages are refused.')

  const site = headers.get('sec-fetch-site') ?? []
  if (site.some((value) => value !== 'same-origin' && value !== 'none')) return refuse(403, 'Requests from other sites are refused.')

  if (!['GET', 'HEAD', 'POST'].includes(method)) return refuse(400, 'Only GET, HEAD and POST are understood.')
  if (method !== 'POST') return allowed
  if (headers.get('x-thanos-request')?.[0] !== '1') return refuse(403, 'A write needs the header X-Thanos-Request: 1.')
  const [type = ''] = headers.get('content-type') ?? []
  return type.split(';')[0]?.trim().toLowerCase() === 'application/json'
    ? allowed
    : refuse(400, 'A write needs a JSON body (Content-Type: application/json).')
}
