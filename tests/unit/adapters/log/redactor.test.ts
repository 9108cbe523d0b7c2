import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../main/adapters/log/redactor.ts'

const planted = 'pl4nted+secret/value="x"'

describe('a log line', () => {
  it('has the event and its fields', () => {
    expect(createRedactor().line('cycle finished', { findings: 2, dry_run: false, source: 'oura', note: 'two words', none: null })).toBe(
      'cycle finished findings=2 dry_run=false source=oura note="two words" none=null',
    )
  })

  it('stays one line whatever stands in it', () => {
    const line = createRedactor().line('a\nb', { c: 'd\r\n2026-01-01 ERROR forged', e: '\u2028\u0007' })
    expect(line).toBe('a\\u000ab c="d\\r\\n2026-01-01 ERROR forged" e="\\u2028\\u0007"')
  })

  it.each([
    ['as it is', planted],
    ['in a sentence', `failed with ${planted}, sorry`],
    ['in an address', `https://x/?q=${encodeURIComponent(planted)}`],
    ['in base64', `Zm9v ${Buffer.from(planted).toString('base64')}`],
    ['in base64 of a longer text', Buffer.from(`user:${planted}, and more`).toString('base64')],
    ['in base64 of a text that begins elsewhere', Buffer.from(`users:${planted}, and more`).toString('base64url')],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ key: planted }))],
    ['in a form', new URLSearchParams({ key: planted }).toString()],
    ['in JSON', JSON.stringify({ deep: planted })],
  ])('hides a known secret %s', (_, text) => {
    const redactor = createRedactor()
    redactor.addSecret(planted)
    for (const line of [redactor.line(text, {}), redactor.line('event', { detail: text })]) {
      expect(line).toContain('[redacted]')
      expect(line).not.toMatch(/pl4nted|cGw0bnRlZ/)
    }
  })

  it('hides a known secret anywhere in any text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 8, maxLength: 40 }).filter((each) => /\w{6}/.test(each)),
        fc.string(),
        (before, secret, after) => {
          const redactor = createRedactor()
          redactor.addSecret(secret)
          const line = redactor.line('event', { detail: before + secret + after })
          expect(line.replaceAll('[redacted]', '')).not.toContain(
            /\w{6,}/.exec(secret)?.[0] === secret ? secret : JSON.stringify(secret).slice(1, -1),
          )
        },
      ),
    )
  })

  it.each([
    'token',
    'accessToken',
    'oura_token',
    'password',
    'Authorization',
    'set_cookie',
    'api_key',
    'apiKey',
    'client_secret',
    'body',
    'text',
    'title',
    'raw',
  ])('hides the field %s by its name', (name) => {
    expect(createRedactor().line('event', { [name]: 'planted' })).toBe(`event ${name}=[redacted]`.replace('=[redacted]', '="[redacted]"'))
  })

  it.each([
    ['Authorization: Bearer abc.def-ghi', 'abc.def'],
    ['postgres://me:hunter2@db.example/work', 'hunter2'],
    ['https://me@example.org/', 'me@'],
    ['GET /callback?code=planted12&state=ok', 'planted12'],
    ['https://api.telegram.org/bot123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc/sendMessage', 'AAEhBO'],
    ['key sk-ant-api03-planted failed', 'planted'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.planted', 'planted'],
    ['-----BEGIN RSA PRIVATE KEY-----\nplanted\n-----END RSA PRIVATE KEY-----', 'planted'],
  ])('hides what looks like a secret: %s', (text, part) => {
    const line = createRedactor().line('event', { detail: text })
    expect(line).not.toContain(part)
    expect(line).toContain('[redacted]')
  })

  it.each([
    'task:due_today:2026-01-20:9',
    'readiness 48 below 50',
    'https://api.ouraring.com/v2/usercollection',
    '/home/ada/operator.yaml:14',
  ])('leaves %s alone', (text) => {
    expect(createRedactor().line('event', { detail: text })).toContain(text)
  })
})
