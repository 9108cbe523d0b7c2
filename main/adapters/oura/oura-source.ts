import { SourceError } from '../../domain/source-error.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DayRange, HealthSource } from '../../ports/sources.ts'
import { deriveReadings } from './derive.ts'
import { noOuraDocuments, ouraCollections, type OuraCollection, type OuraDocuments } from './documents.ts'
import { readCollection } from './read-collection.ts'
import { ForbiddenError } from './refusal.ts'
import { requestJson } from './request-json.ts'

/** Where access tokens come from. Throws SourceError. */
export interface OuraCredentials {
  /** A token to use now; null when Oura was never connected. */
  token(signal: AbortSignal): Promise<string | null>
  /** Another token after this one was refused; null when there is none to be had. */
  renew(refused: string, signal: AbortSignal): Promise<string | null>
}

export type OuraOptions = {
  /** https, or http on this machine. */
  readonly baseUrl: string
  /** Oura's sample data, which needs no account. */
  readonly sandbox: boolean
  readonly credentials: OuraCredentials
  readonly clock: Clock
}

/**
 * Oura's API v2. The collections are read one after the other: a service in trouble is asked once an attempt, not five times at once. A
 * collection that is forbidden while others are not is a warning; all forbidden, or a refused token, is `unauthorized`.
 */
export function createOuraSource(options: OuraOptions): HealthSource {
  return {
    name: 'oura',
    async read(range, signal) {
      const get = authorizedGet(options, signal)
      const warnings: string[] = []
      const refusals: SourceError[] = []
      let documents: OuraDocuments = noOuraDocuments
      for (const collection of ouraCollections) {
        try {
          const found = await readCollection(collection, range, get)
          documents = { ...documents, [collection]: found.documents }
          warnings.push(...found.warnings)
        } catch (error) {
          if (!(error instanceof ForbiddenError)) throw error
          refusals.push(error)
          warnings.push(error.message)
        }
      }
      if (refusals[0] !== undefined && refusals.length === ouraCollections.length) throw refusals[0]
      const derived = deriveReadings(documents, options.sandbox ? 'sample' : 'oura')
      return { readings: derived.readings.filter((reading) => isWithin(reading.day, range)), warnings: [...warnings, ...derived.warnings] }
    },
  }
}

function authorizedGet({ baseUrl, sandbox, credentials, clock }: OuraOptions, signal: AbortSignal) {
  const folder = sandbox ? 'v2/sandbox/usercollection' : 'v2/usercollection'
  const base = safeBase(baseUrl)
  return async (collection: OuraCollection, query: URLSearchParams): Promise<unknown> => {
    const url = new URL(`${folder}/${collection}?${query.toString()}`, base)
    const ask = (token: string | null) =>
      requestJson(
        url,
        { signal, headers: { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) } },
        clock.now(),
      )
    const token = await credentials.token(signal)
    if (token === null && !sandbox)
      throw new SourceError('not_configured', 'Oura is not connected: run thanos connect oura, or open Settings, Connections.')
    try {
      return await ask(token)
    } catch (error) {
      const refused = error instanceof SourceError && error.code === 'unauthorized' && !(error instanceof ForbiddenError)
      const renewed = refused && token !== null ? await credentials.renew(token, signal) : null
      if (renewed === null) throw error
      return await ask(renewed)
    }
  }
}

/** A token goes over TLS or stays on this machine. */
function safeBase(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) return withSlash(url)
  throw new SourceError('not_configured', 'sources.oura.base_url must be an https address (http only for this machine).')
}

function withSlash(url: URL): URL {
  return url.pathname.endsWith('/') ? url : new URL(`${url.href}/`)
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function isWithin(day: string, range: DayRange): boolean {
  return day >= range.from && day <= range.to
}
