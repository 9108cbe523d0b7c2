import { describe, expect, it } from 'vitest'
import { pageHeaders } from '../../../../main/operator/pages/page-headers.ts'

const policy = new Map(
  (pageHeaders['Content-Security-Policy'] ?? '').split(';').map((directive) => {
    const [name = '', ...sources] = directive.trim().split(' ')
    return [name, sources.join(' ')] as const
  }),
)

describe('the policy of every page', () => {
  it('allows what it names and nothing else', () => {
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
  })

  it.each(['script-src', 'style-src', 'default-src', 'connect-src'])(
    'has no inline code, no eval, no wildcard and no scheme in %s',
    (name) => {
      expect(policy.get(name)).not.toMatch(/unsafe-|\*|\w+:|'strict-dynamic'/)
    },
  )

  it('comes with no guessing of types, no address told to others, and no place in other pages', () => {
    expect(pageHeaders).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
  })
})
