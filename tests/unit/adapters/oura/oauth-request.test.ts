import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { authorizeUrl, codeForm, newOAuthRequest, parseReturn } from '../../../../main/adapters/oura/oauth-request.ts'

const request = newOAuthRequest('http://127.0.0.1:5123/oura/callback')
const client = { id: 'client', secret: null }
const returned = (query: string, path = '/oura/callback') => parseReturn(new URL(`http://127.0.0.1:5123${path}?${query}`), request)

describe('asking the owner in the browser', () => {
  it('names scopes, state and the challenge of the verifier, never the verifier', () => {
    const url = authorizeUrl('https://cloud.ouraring.com/oauth/authorize', client, request)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: request.redirectUri,
      scope: 'personal daily heartrate',
      state: request.state,
      code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    })
    expect(url.href).not.toContain(request.verifier)
  })

  it('is new each time', () => {
    const other = newOAuthRequest(request.redirectUri)
    expect(other.state).not.toBe(request.state)
    expect(other.verifier).not.toBe(request.verifier)
    expect(other.verifier.length).toBeGreaterThanOrEqual(43)
  })
})

describe('what the browser brings back', () => {
  it('is a code when the state is ours', () => {
    expect(returned(`state=${request.state}&code=abc`)).toEqual({ kind: 'code', code: 'abc' })
    expect(codeForm('abc', client, request).get('code_verifier')).toBe(request.verifier)
    expect(codeForm('abc', { id: 'client', secret: 'hush' }, request).get('client_secret')).toBe('hush')
  })

  it.each([['code=abc'], ['state=&code=abc'], ['state=other&code=abc'], ['error=access_denied']])('is not for us: %s', (query) => {
    expect(returned(query).kind).toBe('stranger')
  })

  it('is not for us on another path', () => {
    expect(returned(`state=${request.state}&code=abc`, '/').kind).toBe('stranger')
  })

  it('is a refusal with its reason, and no text of strangers', () => {
    expect(returned(`state=${request.state}&error=access_denied`)).toEqual({ kind: 'refused', reason: 'access_denied' })
    expect(returned(`state=${request.state}&error=<script>`)).toEqual({ kind: 'refused', reason: 'unknown' })
    expect(returned(`state=${request.state}`)).toEqual({ kind: 'refused', reason: 'no_code' })
  })
})
