import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What one connection attempt keeps to itself until the browser comes back (RFC 6749 section 4.1, RFC 7636). */
export type OAuthRequest = { readonly state: string; readonly verifier: string; readonly redirectUri: string }

export type OAuthClient = { readonly id: string; readonly secret: string | null }

const scopes = 'personal daily heartrate'

export function newOAuthRequest(redirectUri: string): OAuthRequest {
  return { state: randomBytes(32).toString('base64url'), verifier: randomBytes(32).toString('base64url'), redirectUri }
}

/** The page where the owner says yes. */
export function authorizeUrl(page: string, client: OAuthClient, request: OAuthRequest): URL {
  const url = new URL(page)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: request.redirectUri,
    scope: scopes,
    state: request.state,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return url
}

/** What the browser brought back. `stranger`: not an answer to this request, whoever sent it. */
export type OAuthReturn =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'stranger' }

export function parseReturn(url: URL, request: OAuthRequest): OAuthReturn {
  const state = url.searchParams.get('state') ?? ''
  if (url.pathname !== new URL(request.redirectUri).pathname || !equal(state, request.state)) return { kind: 'stranger' }
  const error = url.searchParams.get('error')
  if (error !== null) return { kind: 'refused', reason: /^[a-z_]{1,40}$/.test(error) ? error : 'unknown' }
  const code = url.searchParams.get('code')
  return code === null || code === '' ? { kind: 'refused', reason: 'no_code' } : { kind: 'code', code }
}

/** The form that turns a code into a pair of tokens. */
export function codeForm(code: string, client: OAuthClient, request: OAuthRequest): URLSearchParams {
  return withClient(client, { grant_type: 'authorization_code', code, redirect_uri: request.redirectUri, code_verifier: request.verifier })
}

export function refreshForm(refreshToken: string, client: OAuthClient): URLSearchParams {
  return withClient(client, { grant_type: 'refresh_token', refresh_token: refreshToken })
}

function withClient(client: OAuthClient, fields: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams({ ...fields, client_id: client.id, ...(client.secret === null ? {} : { client_secret: client.secret }) })
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
