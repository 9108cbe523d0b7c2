import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createEmailChannel, messageId, type EmailSettings } from '../../../main/adapters/email/email-channel.ts'
import { aMessage } from '../../support/message-builder.ts'
import { loopbackCertificate, loopbackKey } from '../../support/servers/loopback-certificate.ts'
import { MailServer } from '../../support/servers/mail-server.ts'

const context = { deduplicationKey: 'a-1 1 high email', signal: new AbortController().signal }
const tls = { cert: loopbackCertificate, key: loopbackKey }
const trusted = getCACertificates()
const running: MailServer[] = []

async function aServer(...options: ConstructorParameters<typeof MailServer>): Promise<MailServer> {
  const server = await new MailServer(...options).start()
  running.push(server)
  return server
}

function aChannel(server: MailServer, change: Partial<EmailSettings> = {}) {
  const settings = { host: '127.0.0.1', port: server.port, secure: 'starttls', user: null, password: null } as const
  return createEmailChannel({ ...settings, from: 'Thanos <thanos@example.org>', to: ['owner@example.org', 'phone@example.org'], ...change })
}

function refusing(responseCode: number, message = 'no') {
  return { onRcptTo: (_: unknown, __: unknown, done: (error: Error) => void) => done(Object.assign(new Error(message), { responseCode })) }
}

beforeAll(() => setDefaultCACertificates([...trusted, loopbackCertificate]))
afterAll(() => setDefaultCACertificates(trusted))
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})

describe('the e-mail channel', () => {
  it.each([
    ['starttls', {}, true],
    ['tls', { secure: true }, true],
    ['none', { hideSTARTTLS: true }, false],
  ] as const)('sends with %s', async (secure, options, encrypted) => {
    const server = await aServer({ ...tls, ...options })
    const result = await aChannel(server, { secure }).deliver(aMessage(), context)
    expect(result).toEqual({ outcome: 'delivered', receipt: messageId('a-1 1 high email', 'thanos@example.org') })
    expect(server.mails).toMatchObject([{ from: 'thanos@example.org', to: ['owner@example.org', 'phone@example.org'], secure: encrypted }])
    expect(server.mails[0]?.source).toContain('Subject: Memphis report is 2 days late')
  })

  it('does not go on unencrypted where starttls is asked for and not offered', async () => {
    const server = await aServer({ hideSTARTTLS: true })
    expect(await aChannel(server).deliver(aMessage(), context)).toMatchObject({ outcome: 'retry' })
    expect(server.mails).toEqual([])
  })

  it('does not talk to a server whose certificate nobody vouches for', async () => {
    setDefaultCACertificates(trusted)
    const server = await aServer(tls)
    expect(await aChannel(server).deliver(aMessage(), context)).toMatchObject({ outcome: 'retry' })
    expect(server.mails).toEqual([])
    setDefaultCACertificates([...trusted, loopbackCertificate])
  })

  it('says the same twice: in plain text and in HTML that loads nothing and runs nothing', async () => {
    const server = await aServer(tls)
    await aChannel(server).deliver(aMessage({ title: 'Late', body: '<script>alert("x")</script>\nline & more\n\nsecond' }), context)
    const source = (server.mails[0]?.source ?? '').replace(/=\r\n/g, '')
    expect(source).toContain('text/plain')
    expect(source).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;<br>line &amp; more</p><p>second</p>')
  })

  it('lets no text become a header', async () => {
    const server = await aServer(tls)
    await aChannel(server).deliver(aMessage({ title: 'Late\r\nBcc: thief@example.org' }), context)
    const [headers] = server.mails[0]?.source.split('\r\n\r\n') ?? []
    expect(headers).not.toMatch(/^Bcc:/m)
    expect(server.mails[0]?.to).toHaveLength(2)
  })

  it('gives every attempt at one message the same Message-ID', async () => {
    const server = await aServer(tls)
    const channel = aChannel(server)
    await channel.deliver(aMessage(), context)
    await channel.deliver(aMessage(), context)
    await channel.deliver(aMessage(), { ...context, deduplicationKey: 'another' })
    const ids = server.mails.map((mail) => /^Message-ID: (\S+)/im.exec(mail.source)?.[1])
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toBe(ids[1])
  })

  it('signs in with the account', async () => {
    const server = await aServer({
      ...tls,
      authOptional: false,
      onAuth: ({ username, password }, _, done) => {
        if (password === 'planted-secret') done(null, { user: username })
        else done(Object.assign(new Error(`bad password ${password}`), { responseCode: 535 }))
      },
    })
    expect(await aChannel(server, { user: 'me', password: 'planted-secret' }).deliver(aMessage(), context)).toMatchObject({
      outcome: 'delivered',
    })
    expect(server.mails[0]?.user).toBe('me')
    const wrong = await aChannel(server, { user: 'me', password: 'planted-other' }).deliver(aMessage(), context)
    expect(wrong).toEqual({ outcome: 'rejected', reason: 'The mail server refused the account: check user and password' })
  })

  it.each([
    [550, { outcome: 'rejected', reason: 'The mail server refused the sender or a recipient (550)' }],
    [450, { outcome: 'retry', reason: 'The mail server cannot take it now (450)', afterMs: null }],
  ])('takes %i for what it is', async (code, expected) => {
    const server = await aServer({ ...tls, ...refusing(code) })
    expect(await aChannel(server).deliver(aMessage(), context)).toEqual(expected)
  })

  it('tries again where nobody listens', async () => {
    const server = await aServer(tls)
    const channel = aChannel(server)
    await server.stop()
    running.splice(0)
    expect(await channel.deliver(aMessage(), context)).toEqual({
      outcome: 'retry',
      reason: 'The mail server could not be reached (ESOCKET)',
      afterMs: null,
    })
  })
})
