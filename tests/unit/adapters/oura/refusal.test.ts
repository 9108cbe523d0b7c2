import { describe, expect, it } from 'vitest'
import { ForbiddenError, refusal, retryAtOf } from '../../../../main/adapters/oura/refusal.ts'

const now = Date.parse('2026-01-20T15:00:00Z')
const what = 'api.ouraring.com/v2/usercollection/daily_stress'
const of = (status: number, body = '', headers: Record<string, string> = {}) => refusal(status, new Headers(headers), body, what, now)

describe('a refusal by Oura', () => {
  it.each([
    [400, 'malformed'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'malformed'],
    [408, 'unreachable'],
    [422, 'malformed'],
    [429, 'rate_limited'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('with status %i is %s', (status, code) => {
    expect(of(status).code).toBe(code)
  })

  it('says whether a scope is missing or the membership has lapsed', () => {
    expect(of(403, '{"detail":"Missing scope: daily"}').message).toContain('daily_stress: the permission (scope) is missing')
    expect(of(403, '{"detail":"User subscription has expired"}').message).toContain('membership has lapsed')
    expect(of(403).message).toMatch(/permission.*or your Oura membership/)
    expect(of(403)).toBeInstanceOf(ForbiddenError)
  })

  it('never passes on what the answer said', () => {
    for (const status of [400, 401, 403, 404, 422, 429, 500])
      expect(of(status, 'scope secret-in-body').message).not.toContain('secret-in-body')
  })
})

describe('when Oura asks to wait', () => {
  const at = (headers: Record<string, string>) => retryAtOf(new Headers(headers), now)

  it.each([
    [{ 'retry-after': '120' }, now + 120_000],
    [{ 'retry-after': '0' }, now],
    [{ 'retry-after': 'Tue, 20 Jan 2026 15:05:00 GMT' }, now + 300_000],
    // The service's clock is an hour ahead: five minutes are five minutes all the same.
    [{ 'retry-after': 'Tue, 20 Jan 2026 16:05:00 GMT', date: 'Tue, 20 Jan 2026 16:00:00 GMT' }, now + 300_000],
    [{ 'retry-after': 'Tue, 20 Jan 2026 14:00:00 GMT' }, now],
    [{ 'x-ratelimit-reset': String(now / 1_000 + 30) }, now + 30_000],
  ] as [Record<string, string>, number][])('%j is understood', (headers, expected) => {
    expect(at(headers)).toBe(expected)
  })

  it.each([{}, { 'retry-after': 'soon' }, { 'retry-after': '-5' }, { 'x-ratelimit-reset': 'x' }] as Record<string, string>[])(
    '%j says nothing',
    (headers) => {
      expect(at(headers)).toBeNull()
    },
  )
})
