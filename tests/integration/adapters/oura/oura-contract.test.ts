import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouraCollections } from '../../../../main/adapters/oura/documents.ts'
import { createOuraSource } from '../../../../main/adapters/oura/oura-source.ts'
import { isBelievable } from '../../../../main/domain/reading.ts'
import { SourceError } from '../../../../main/domain/source-error.ts'
import { FakeClock } from '../../../support/fake-clock.ts'
import { answersOf, type OpenApi } from '../../../support/openapi-answers.ts'
import { OuraServer, send } from '../../../support/servers/oura-server.ts'

const contract = process.env['OURA_CONTRACT'] ?? '../shared/contracts/oura-openapi.json'
const range = { from: '2026-01-18', to: '2026-01-20' }

describe.skipIf(!existsSync(contract))(`Oura's published contract (skipped where ${contract} is absent)`, () => {
  const server = new OuraServer()
  let document: OpenApi

  beforeAll(async () => {
    // The published document; only its shape as OpenAPI is relied on.
    document = JSON.parse(readFileSync(contract, 'utf8')) as OpenApi
    await server.start()
  })

  afterAll(() => server.stop())

  it('has every collection that is read, and its sandbox', () => {
    for (const collection of ouraCollections)
      for (const folder of ['/v2/usercollection', '/v2/sandbox/usercollection'])
        expect(document.paths[`${folder}/${collection}`]?.get).toBeDefined()
  })

  it.each(ouraCollections)('allows no answer for %s that is neither understood nor reported with its path', async (collection) => {
    const credentials = { token: async () => 'token-1', renew: async () => null }
    const oura = createOuraSource({ baseUrl: server.url, sandbox: false, credentials, clock: new FakeClock() })
    await fc.assert(
      fc.asyncProperty(answersOf(document, `/v2/usercollection/${collection}`), async ({ status, body }) => {
        server.interference = ({ url }, response) => {
          const asked = url.pathname.endsWith(`/${collection}`)
          send(response, asked ? status : 200, asked ? body : { data: [], next_token: null })
          return true
        }
        const outcome = await oura.read(range, new AbortController().signal).catch((error: unknown) => error)
        if (outcome instanceof SourceError) {
          if (status === 200)
            expect(outcome.message).toMatch(new RegExp(`${collection}: data|${collection} does not end|${collection}.*makes no sense`))
          return
        }
        const { readings, warnings } = outcome as Awaited<ReturnType<typeof oura.read>>
        for (const reading of readings) expect(isBelievable(reading.metric, reading.value)).toBe(true)
        for (const warning of warnings) expect(warning).toMatch(/data\.\d+|outside|Oura/)
      }),
      { numRuns: 60 },
    )
  })
})
