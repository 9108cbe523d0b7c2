import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOuraSource, type OuraCredentials } from '../../../../main/adapters/oura/oura-source.ts'
import { isBelievable } from '../../../../main/domain/reading.ts'
import { SourceError } from '../../../../main/domain/source-error.ts'
import { FakeClock } from '../../../support/fake-clock.ts'
import { OuraServer, send } from '../../../support/servers/oura-server.ts'

const range = { from: '2026-01-18', to: '2026-01-20' }
const never = new AbortController().signal
const clock = new FakeClock()
const token = (value: string | null, renewed: string | null = null): OuraCredentials => ({
  token: async () => value,
  renew: async () => renewed,
})

let server: OuraServer

beforeEach(async () => {
  server = new OuraServer()
  await server.start()
})

afterEach(() => server.stop())

const source = (credentials = token('token-1'), sandbox = false) => createOuraSource({ baseUrl: server.url, sandbox, credentials, clock })

const failure = (read: Promise<unknown>): Promise<SourceError> =>
  read.then(
    () => Promise.reject(new Error('It should have failed.')),
    (error: unknown) => (error instanceof SourceError ? error : Promise.reject(error)),
  )

const readiness = (day: string, score: number | null, recovery: number | null = 80) => ({
  id: `r-${day}`,
  day,
  score,
  timestamp: `${day}T00:00:00+00:00`,
  contributors: { recovery_index: recovery, hrv_balance: null },
})

describe('reading from Oura', () => {
  it('makes readings of every collection', async () => {
    server.documents['daily_readiness'] = [readiness('2026-01-20', 62, 71)]
    server.documents['daily_sleep'] = [{ id: 's', day: '2026-01-20', score: 70 }]
    server.documents['sleep'] = [
      { id: '1', day: '2026-01-20', type: 'long_sleep', total_sleep_duration: 18_000, average_hrv: 41, lowest_heart_rate: 52 },
      { id: '2', day: '2026-01-20', type: 'late_nap', total_sleep_duration: 1_800, average_hrv: 90, lowest_heart_rate: 40 },
      { id: '3', day: '2026-01-20', type: 'deleted', total_sleep_duration: 9_000, average_hrv: 10, lowest_heart_rate: 99 },
    ]
    server.documents['daily_stress'] = [{ id: 't', day: '2026-01-20', stress_high: 5_400, recovery_high: 1_800 }]
    server.documents['daily_activity'] = [{ id: 'a', day: '2026-01-20', score: null, steps: 8_123, non_wear_time: 3_600 }]
    const { readings, warnings } = await source().read(range, never)
    expect(Object.fromEntries(readings.map((each) => [each.metric, each.value]))).toEqual({
      readiness: 62,
      recovery_index: 71,
      sleep_score: 70,
      sleep_hours: 5.5,
      hrv_ms: 41,
      resting_heart_rate: 52,
      stress_load: 75,
      steps: 8_123,
      non_wear_hours: 1,
    })
    expect(readings.every((each) => each.source === 'oura' && each.day === '2026-01-20')).toBe(true)
    expect(warnings).toEqual([])
  })

  it('follows pages, and leaves out null scores and days that were not asked for', async () => {
    server.pageSize = 1
    const days = ['2026-01-17', '2026-01-18', '2026-01-19', '2026-01-20', '2026-01-21']
    server.documents['daily_readiness'] = days.map((day, index) => readiness(day, day === '2026-01-19' ? null : 60 + index, null))
    const { readings } = await source().read(range, never)
    expect(readings.map(({ day, value }) => [day, value])).toEqual([
      ['2026-01-18', 61],
      ['2026-01-20', 63],
    ])
  })

  it('asks for one day more than the range, since some collections leave the last one out', async () => {
    await source().read(range, never)
    const query = server.requests[0]?.query
    expect([query?.get('start_date'), query?.get('end_date')]).toEqual(['2026-01-18', '2026-01-21'])
  })

  it('drops days outside the range even when the server ignores the question', async () => {
    server.interference = (_request, response) => {
      send(response, 200, { data: [readiness('2025-01-01', 50), readiness('2026-01-20', 60)], next_token: null })
      return true
    }
    const { readings } = await source().read(range, never)
    expect([...new Set(readings.map((each) => each.day))]).toEqual(['2026-01-20'])
  })

  it('reports a document that makes no sense with its path, and reads the others', async () => {
    server.documents['daily_readiness'] = [readiness('2026-01-19', 60), { ...readiness('2026-01-20', 1), score: 'sixty' }]
    const { readings, warnings } = await source().read(range, never)
    expect(readings.some((each) => each.day === '2026-01-19')).toBe(true)
    expect(warnings).toEqual([expect.stringContaining('daily_readiness: data.1.score')])
  })

  it('has nothing to say about a broken document of a day that was not asked for', async () => {
    server.interference = (_request, response) => {
      send(response, 200, { data: [{ day: '2025-01-01', score: 'sixty', steps: 'many', type: 7, stress_high: 'x' }], next_token: null })
      return true
    }
    expect(await source().read(range, never)).toEqual({ readings: [], warnings: [] })
  })

  it('leaves out values nobody can believe, with a warning', async () => {
    server.documents['daily_readiness'] = [readiness('2026-01-20', 1e308, -3)]
    const { readings, warnings } = await source().read(range, never)
    expect(readings).toEqual([])
    expect(warnings).toHaveLength(2)
  })

  it('takes the sample data without an account, marked as such', async () => {
    server.documents['daily_readiness'] = [readiness('2026-01-20', 62)]
    const { readings } = await source(token(null), true).read(range, never)
    expect(readings[0]?.source).toBe('sample')
    expect(server.requests[0]?.path).toBe('/v2/sandbox/usercollection/daily_readiness')
  })
})

describe('failing to read from Oura', () => {
  it('is not_configured without a token, and nobody is asked', async () => {
    expect((await failure(source(token(null)).read(range, never))).code).toBe('not_configured')
    expect(server.requests).toEqual([])
  })

  it('is not_configured when the token would travel unprotected', async () => {
    const open = createOuraSource({ baseUrl: 'http://api.ouraring.com', sandbox: false, credentials: token('token-1'), clock })
    expect((await failure(open.read(range, never))).code).toBe('not_configured')
  })

  it('is unauthorized with a refused token, after trying a renewed one', async () => {
    expect((await failure(source(token('old')).read(range, never))).code).toBe('unauthorized')
    await expect(source(token('old', 'token-1')).read(range, never)).resolves.toMatchObject({ readings: [] })
  })

  it('is a warning when one collection alone is forbidden', async () => {
    server.documents['daily_readiness'] = [readiness('2026-01-20', 62)]
    server.interference = ({ url }, response) => {
      if (!url.pathname.endsWith('daily_stress')) return false
      send(response, 403, { detail: 'Missing scope' })
      return true
    }
    const { readings, warnings } = await source().read(range, never)
    expect(readings).not.toEqual([])
    expect(warnings).toEqual([expect.stringContaining('scope')])
  })

  it('is unauthorized when everything is forbidden', async () => {
    server.interference = (_request, response) => {
      send(response, 403, { detail: 'Subscription expired' })
      return true
    }
    const error = await failure(source().read(range, never))
    expect([error.code, error.message]).toEqual(['unauthorized', expect.stringContaining('membership has lapsed')])
  })

  it('asks one question an attempt of a service in trouble', async () => {
    server.interference = (_request, response) => {
      send(response, 503, 'busy')
      return true
    }
    expect((await failure(source().read(range, never))).code).toBe('unreachable')
    expect(server.requests).toHaveLength(1)
  })

  it('says when to come back', async () => {
    server.interference = (_request, response) => {
      send(response, 429, {}, { 'retry-after': '90' })
      return true
    }
    expect(await failure(source().read(range, never))).toMatchObject({ code: 'rate_limited', retryAt: clock.now() + 90_000 })
  })

  it('is unreachable when nobody listens or the connection drops', async () => {
    const { url } = server
    server.interference = (_request, response) => response.destroy() !== undefined
    expect((await failure(source().read(range, never))).code).toBe('unreachable')
    await server.stop()
    const gone = createOuraSource({ baseUrl: url, sandbox: false, credentials: token('token-1'), clock })
    expect((await failure(gone.read(range, never))).message).toContain('ECONNREFUSED')
    await server.start()
  })

  it('ends when told to, whether headers have come or not', async () => {
    for (const early of [true, false]) {
      const stop = new AbortController()
      server.interference = (_request, response) => {
        if (early) response.writeHead(200).write('{"data":[')
        setImmediate(() => stop.abort())
        return true
      }
      expect((await failure(source().read(range, stop.signal))).code).toBe('timeout')
    }
  })

  it('does not follow a redirect with the token', async () => {
    server.interference = ({ url }, response) => {
      if (url.pathname === '/elsewhere') return false
      response.writeHead(302, { location: '/elsewhere' }).end()
      return true
    }
    expect((await failure(source().read(range, never))).code).toBe('unreachable')
    expect(server.requests.map((each) => each.path)).not.toContain('/elsewhere')
  })

  it('does not turn pages for ever', async () => {
    server.interference = (_request, response) => {
      send(response, 200, { data: [], next_token: 'again' })
      return true
    }
    expect((await failure(source().read(range, never))).code).toBe('malformed')
  })

  it.each([
    ['no JSON', Buffer.from('<html>')],
    ['half of it', Buffer.from('{"data":[{"day":"2026-01-20","sco')],
    ['another shape', Buffer.from('{"items":[]}')],
    ['a list', Buffer.from('[]')],
    ['nothing', Buffer.alloc(0)],
    ['Latin-1', Buffer.from('{"data":["\xe9"],"next_token":null}', 'latin1')],
    ['UTF-16', Buffer.from('{"data":[]}', 'utf16le')],
    ['10 MB', Buffer.alloc(10_000_000, 0x20)],
    ['deep nesting', Buffer.from('['.repeat(200_000))],
  ])('is malformed for an answer of %s', async (_what, body) => {
    server.interference = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body)
      return true
    }
    const error = await failure(source().read(range, never))
    expect(error.code).toBe('malformed')
    expect(JSON.stringify([error.message, String(error.cause)])).not.toContain('html')
  })

  it('is malformed for a body without end', async () => {
    server.interference = (_request, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(100_000, 0x20))) continue
        response.once('drain', more)
      }
      more()
      return true
    }
    expect((await failure(source().read(range, never))).code).toBe('malformed')
  })
})

describe('any answer at all', () => {
  it('ends in believable readings or a SourceError', async () => {
    const strange = createServer((_request, response) => response.writeHead(200).end(body))
    await new Promise<void>((resolve) => {
      strange.listen(0, '127.0.0.1', resolve)
    })
    let body: string | Uint8Array = ''
    const baseUrl = `http://127.0.0.1:${(strange.address() as AddressInfo).port}`
    const oura = createOuraSource({ baseUrl, sandbox: false, credentials: token('token-1'), clock })
    const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(1e308, -1, 1e21))
    const field = fc.oneof(number, fc.string(), fc.constant(null), fc.boolean(), fc.object({ maxDepth: 2 }))
    const document = fc.record(
      {
        id: field,
        day: fc.oneof(fc.constantFrom('2026-01-18', '2026-01-20', '1999-12-31', '2026-02-30'), field),
        type: fc.oneof(fc.constantFrom('long_sleep', 'deleted', null), field),
        score: field,
        contributors: fc.oneof(fc.record({ recovery_index: field }), field),
        total_sleep_duration: field,
        average_hrv: field,
        stress_high: field,
        recovery_high: field,
        steps: field,
        non_wear_time: field,
      },
      { requiredKeys: [] },
    )
    const answer = fc.oneof(
      fc.record({ data: fc.array(document), next_token: fc.constantFrom(null, '', 'x') }).map((each) => JSON.stringify(each)),
      fc.tuple(fc.array(document), fc.nat()).map(([data, cut]) => JSON.stringify({ data, next_token: null }).slice(0, cut)),
      fc.json(),
      fc.uint8Array(),
    )
    await fc.assert(
      fc.asyncProperty(answer, async (sent) => {
        body = sent
        const { readings } = await oura.read(range, never).catch((error: unknown) => {
          expect(error).toBeInstanceOf(SourceError)
          return { readings: [] }
        })
        for (const reading of readings) {
          expect(isBelievable(reading.metric, reading.value)).toBe(true)
          expect(reading.day >= range.from && reading.day <= range.to).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
    strange.closeAllConnections()
    strange.close()
  })
})
