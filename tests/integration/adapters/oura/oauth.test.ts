import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabaseLock } from '../../../../main/adapters/lock/database-lock.ts'
import { connectOura } from '../../../../main/adapters/oura/oauth-connect.ts'
import { createOuraTokens } from '../../../../main/adapters/oura/oauth-tokens.ts'
import { ouraSecrets } from '../../../../main/adapters/oura/oura-secrets.ts'
import { FakeClock } from '../../../support/fake-clock.ts'
import { MemoryOfSecrets } from '../../../support/memory-of-secrets.ts'
import { realClock } from '../../../support/real-clock.ts'
import { OuraServer, send } from '../../../support/servers/oura-server.ts'

const never = new AbortController().signal
let server: OuraServer
let folder: string
let clock: FakeClock
let secrets: MemoryOfSecrets

beforeEach(async () => {
  server = new OuraServer()
  await server.start()
  folder = mkdtempSync(join(tmpdir(), 'thanos-oauth-'))
  clock = new FakeClock()
  secrets = new MemoryOfSecrets()
})

afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** As one process would make it: its own handle on the lock, the same keychain. */
const tokens = (pasted: string | null = null) =>
  createOuraTokens({
    secrets,
    tokenUrl: `${server.url}/oauth/token`,
    client: async () => ({ id: 'client', secret: null }),
    pasted: async () => pasted,
    lock: createDatabaseLock(join(folder, 'oura.lock'), realClock),
    clock,
  })

function keep(pair: { access_token: string; refresh_token: string }, expiresAt: number): void {
  secrets.values.set(
    ouraSecrets.pair,
    JSON.stringify({ access_token: pair.access_token, refresh_token: pair.refresh_token, expires_at: expiresAt }),
  )
}

const kept = () =>
  JSON.parse(secrets.values.get(ouraSecrets.pair) ?? 'null') as { access_token: string; refresh_token: string; expires_at: number }

describe('a token for Oura', () => {
  it('is the pasted one where there is no pair, and none where there is neither', async () => {
    expect(await tokens('pasted').token(never)).toBe('pasted')
    expect(await tokens().token(never)).toBeNull()
    expect(await tokens('pasted').renew('pasted', never)).toBeNull()
  })

  it('is the stored one until a minute before it expires, then a new one, stored before it is given', async () => {
    keep(server.issue(), clock.now() + 3_600_000)
    const mine = tokens()
    clock.advance(3_539_999)
    expect(await mine.token(never)).toBe('access-1')
    clock.advance(1)
    expect(await mine.token(never)).toBe('access-2')
    expect(kept()).toEqual({ access_token: 'access-2', refresh_token: 'refresh-2', expires_at: clock.now() + 3_600_000 })
  })

  it('is refreshed once by many readers in two processes', async () => {
    keep(server.issue(), clock.now())
    const [one, other] = [tokens(), tokens()]
    const given = await Promise.all([
      one.token(never),
      other.token(never),
      one.token(never),
      other.token(never),
      one.renew('access-1', never),
    ])
    expect(new Set(given)).toEqual(new Set(['access-2']))
    expect(server.tokenRequests).toHaveLength(1)
  })

  it('that was refused is replaced, unless somebody else has done so', async () => {
    keep(server.issue(), clock.now() + 3_600_000)
    expect(await tokens().renew('access-1', never)).toBe('access-2')
    expect(await tokens().renew('access-1', never)).toBe('access-2')
    expect(server.tokenRequests).toHaveLength(1)
  })

  it('is unauthorized when the refresh token is used up', async () => {
    keep({ access_token: 'a', refresh_token: 'used' }, clock.now())
    await expect(tokens().token(never)).rejects.toMatchObject({ code: 'unauthorized' })
  })

  it('is unreachable, and the pair kept, when the service is in trouble', async () => {
    keep(server.issue(), clock.now())
    server.interference = (_request, response) => {
      send(response, 503, 'busy')
      return true
    }
    await expect(tokens().token(never)).rejects.toMatchObject({ code: 'unreachable' })
    expect(kept().refresh_token).toBe('refresh-1')
  })

  it('is not given out while the keychain refuses the new pair, and not lost either', async () => {
    keep(server.issue(), clock.now())
    const mine = tokens()
    secrets.broken = true
    await expect(mine.token(never)).rejects.toThrow('locked')
    secrets.broken = false
    expect(await mine.token(never)).toBe('access-2')
    expect(server.tokenRequests).toHaveLength(1)
    expect(kept().refresh_token).toBe('refresh-2')
  })
})

/** The owner's browser: opens the page, says what the test wants, and comes back. */
const connect = (come: (redirect: URL, state: string) => Promise<void>, signal = never) =>
  connectOura({
    authorizePage: `${server.url}/oauth/authorize`,
    client: { id: 'client', secret: 'hush' },
    tokens: tokens(),
    openBrowser: async (url) => {
      const redirect = new URL(url.searchParams.get('redirect_uri') ?? '')
      expect(redirect.hostname).toBe('127.0.0.1')
      await come(redirect, url.searchParams.get('state') ?? '')
    },
    clock,
    signal,
  })

const coming = (query: string) => async (redirect: URL, state: string) => void (await fetch(`${redirect.href}?state=${state}&${query}`))

describe('connecting Oura in the browser', () => {
  it('stores the pair that the code was worth', async () => {
    await connect(async (redirect, state) => {
      redirect.search = new URLSearchParams({ state, code: 'good-code' }).toString()
      expect(await (await fetch(redirect)).text()).toContain('Oura said yes')
    })
    expect(kept().access_token).toBe('access-1')
    const form = server.tokenRequests[0]
    expect([form?.get('grant_type'), form?.get('client_secret'), form?.get('code_verifier')?.length]).toEqual([
      'authorization_code',
      'hush',
      43,
    ])
  })

  it('ignores strangers and goes on waiting', async () => {
    await connect(async (redirect, state) => {
      expect((await fetch(`${redirect.href}?code=evil&state=guess`)).status).toBe(400)
      expect((await fetch(redirect, { method: 'POST' })).status).toBe(404)
      await fetch(`${redirect.href}?code=good-code&state=${state}`)
    })
    expect(kept().access_token).toBe('access-1')
  })

  it('says that the owner refused, that a code was not accepted, that nobody came, that it was cancelled', async () => {
    await expect(connect(coming('error=access_denied'))).rejects.toThrow('access was denied')
    await expect(connect(coming('code=bad-code'))).rejects.toMatchObject({ code: 'unauthorized' })
    await expect(connect(async () => clock.advance(600_000))).rejects.toThrow('within 10 minutes')
    const stop = new AbortController()
    await expect(connect(async () => stop.abort(), stop.signal)).rejects.toThrow('cancelled')
    expect(secrets.values.size).toBe(0)
  })

  it('closes its port afterwards', async () => {
    let address = ''
    await connect(async (redirect, state) => {
      address = redirect.href
      await fetch(`${redirect.href}?code=good-code&state=${state}`)
    })
    await expect(fetch(address)).rejects.toThrow()
  })
})
