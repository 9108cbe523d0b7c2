import { createDatabaseLock } from '../../adapters/lock/database-lock.ts'
import { readOuraCache } from '../../adapters/oura/cache-database.ts'
import type { OAuthClient } from '../../adapters/oura/oauth-request.ts'
import { createOuraTokens, type OuraTokens } from '../../adapters/oura/oauth-tokens.ts'
import { ouraSecrets } from '../../adapters/oura/oura-secrets.ts'
import { createOuraSource, isLoopback } from '../../adapters/oura/oura-source.ts'
import type { Configuration } from '../../config/schema.ts'
import { resolveReference } from '../../config/secret-reference.ts'
import { minute } from '../../domain/instant.ts'
import type { Reading } from '../../domain/reading.ts'
import { SourceError } from '../../domain/source-error.ts'
import type { DayRange } from '../../ports/sources.ts'
import { guardSource, type GuardedSource } from '../../resilience/guard-source.ts'
import type { SourceTools } from './source-tools.ts'
import { limitsOf, ouraTimeout } from './source-settings.ts'

/** A copy younger than this is as good as the service itself: it changes once a day. */
const youngCache = 15 * minute

export type OuraRequest = DayRange

/** Oura behind its policy: the local cache first, then the service. Values are readings within the range asked for. */
export function createOuraReader(tools: SourceTools, configuration: Configuration): GuardedSource<OuraRequest, readonly Reading[]> {
  const { clock, memory, logger } = tools
  const settings = configuration.sources.oura
  const tokens = ouraTokens(tools, configuration)
  const source = createOuraSource({ baseUrl: settings.base_url, sandbox: settings.sandbox, credentials: tokens, clock })
  const warned = (warnings: readonly string[]) => {
    // A broken document is broken at every read: the first few say what is wrong.
    for (const warning of warnings.slice(0, 5)) logger.warning('source_warning', { source: 'oura', warning })
  }
  const stamped = (readings: readonly Omit<Reading, 'readAt'>[]): readonly Reading[] =>
    readings.map((reading) => ({ ...reading, readAt: clock.now() }))

  return guardSource<OuraRequest, readonly Reading[]>({
    name: 'oura',
    limits: limitsOf(configuration, ouraTimeout(configuration)),
    async readLocal(range) {
      const file = settings.cache_db === null || settings.sandbox ? null : tools.expandHome(settings.cache_db)
      if (file === null || !tools.exists(file)) return null
      const cache = readOuraCache(file, { range, source: 'oura_cache' })
      warned(cache.warnings)
      const age = cache.newestCachedAt === null ? Infinity : clock.now() - cache.newestCachedAt
      const isEnough = age < youngCache || (await tokens.token(tools.stop)) === null
      return isEnough ? stamped(cache.readings) : null
    },
    async readDirect(range, signal) {
      const { readings, warnings } = await source.read(range, signal)
      warned(warnings)
      return stamped(readings)
    },
    lastGood: {
      recall() {
        const found = memory.recall('oura')
        // Written by `remember` below; a value of another shape is of another version and no use.
        return found !== null && Array.isArray(found.value) ? { value: found.value as readonly Reading[], readAt: found.readAt } : null
      },
      remember: (readings, readAt) => memory.remember('oura', readings, readAt),
    },
    isOnThisMachine: URL.canParse(settings.base_url) && isLoopback(new URL(settings.base_url).hostname),
    connectivity: tools.connectivity,
    memory,
    clock,
    random: () => tools.ids.random(),
    journal: tools.journal,
    stop: tools.stop,
  })
}

/** The pair from OAuth, else the token of the configuration. */
export function ouraTokens(tools: Pick<SourceTools, 'secrets' | 'clock' | 'dataFolder'>, configuration: Configuration): OuraTokens {
  const { secrets, clock } = tools
  return createOuraTokens({
    secrets,
    tokenUrl: ouraEndpoints(configuration).token,
    client: () => ouraClient(tools),
    pasted: () => resolveReference(configuration.sources.oura.token, secrets),
    lock: createDatabaseLock(`${tools.dataFolder}/oura-tokens.lock`, clock),
    clock,
  })
}

/** The application registered with Oura; null where the owner has not registered one. */
export async function ouraClient({ secrets }: Pick<SourceTools, 'secrets'>): Promise<OAuthClient | null> {
  const [id, secret] = await Promise.all([secrets.get(ouraSecrets.clientId), secrets.get(ouraSecrets.clientSecret)])
  return id === null ? null : { id, secret }
}

/** Oura's own pages, or those beside another base address (a proxy, a test). */
export function ouraEndpoints(configuration: Configuration): { readonly authorize: string; readonly token: string } {
  const base = configuration.sources.oura.base_url.replace(/\/+$/, '')
  if (!URL.canParse(base)) throw new SourceError('not_configured', 'sources.oura.base_url is no address.')
  return {
    authorize: base === 'https://api.ouraring.com' ? 'https://cloud.ouraring.com/oauth/authorize' : `${base}/oauth/authorize`,
    token: `${base}/oauth/token`,
  }
}
