import { timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { createAccess } from '../../../../main/headless/http/access.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

vi.mock(import('node:crypto'), async (original) => {
  const crypto = await original()
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) }
})

function access() {
  const made = createAccess(temporaryFolder(), () => 0)
  return { ...made, token: readFileSync(made.tokenFile, 'utf8').trim() }
}

describe('the token', () => {
  it('is right as a whole or not at all', () => {
    const { isToken, token } = access()
    expect(isToken(token)).toBe(true)
    for (const wrong of ['', token.slice(0, 1), token.slice(0, -1), `${token} `, `${token}x`, token.toLowerCase()])
      expect(isToken(wrong), wrong).toBe(false)
  })

  it('is compared in a time that does not tell how much was right: two digests of one length', () => {
    const { isSession, isToken, issueCode, redeem, token } = access()
    const session = redeem(issueCode()) ?? ''
    vi.mocked(timingSafeEqual).mockClear()
    for (const given of [token, 'x', token.slice(0, 20)]) isToken(given)
    for (const given of [session, 'x', '']) isSession(given)
    const { calls } = vi.mocked(timingSafeEqual).mock
    expect(calls.map((pair) => pair.map(({ byteLength }) => byteLength))).toEqual(Array.from({ length: 6 }, () => [32, 32]))
  })
})

describe('sessions', () => {
  it('are twenty at most, the oldest forgotten first', () => {
    const { isSession, issueCode, redeem } = access()
    const sessions = Array.from({ length: 21 }, () => redeem(issueCode()) ?? '')
    expect(sessions.map(isSession)).toEqual([false, ...Array.from({ length: 20 }, () => true)])
  })

  it('are bought by no code that was not issued', () => {
    const { isSession, redeem } = access()
    expect(redeem('')).toBeNull()
    expect(redeem('constructor')).toBeNull()
    expect(isSession('')).toBe(false)
  })
})
