import { isLocal } from '../../adapters/workos/connection-settings.ts'
import { readMirrorDatabase } from '../../adapters/workos/mirror-database.ts'
import { createWorkosSource } from '../../adapters/workos/workos-source.ts'
import type { Configuration } from '../../config/schema.ts'
import { resolveReference } from '../../config/secret-reference.ts'
import { second } from '../../domain/instant.ts'
import { SourceError } from '../../domain/source-error.ts'
import type { RemoteTasks } from '../../ports/sources.ts'
import { guardSource, type GuardedSource } from '../../resilience/guard-source.ts'
import { loadQueuedChanges } from '../../store/remote-changes.ts'
import { limitsOf, workosTimeout } from './source-settings.ts'
import type { SourceTools } from './source-tools.ts'
import { writeBack } from './write-back.ts'

/** Nothing but when it was last read: the tasks themselves are mirrored in the local tasks, which is what is shown and judged. */
const mirrored: RemoteTasks = { tasks: [], clients: [], warnings: [], isComplete: false }

export type WorkosReader = GuardedSource<null, RemoteTasks> & { readonly close: () => Promise<void> }

/** The tasks database behind its policy. What the owner changed here is sent before anything is read, within the same policy. */
export async function createWorkosReader(tools: SourceTools, configuration: Configuration): Promise<WorkosReader> {
  const { clock, db, ids, memory, logger } = tools
  const settings = configuration.sources.workos
  const databaseUrl = () => resolveReference(settings.database_url, tools.secrets)
  const source = createWorkosSource({ databaseUrl, pool: settings.pool, zone: tools.zone(), clock })
  const host = hostOf(await databaseUrl())

  const guarded = guardSource<null, RemoteTasks>({
    name: 'workos',
    limits: limitsOf(configuration, workosTimeout),
    async readLocal() {
      const file = settings.cache_db === null ? null : tools.expandHome(settings.cache_db)
      // What waits to be sent needs the database itself.
      if (file === null || loadQueuedChanges(db, 'workos').length > 0) return null
      return readMirrorDatabase({ file, ttlMs: settings.cache_ttl_seconds * second, zone: tools.zone(), now: clock.now() })
    },
    async readDirect(_request, signal) {
      try {
        await writeBack({ db, source, clock, ids, zone: tools.zone() }, signal)
        const remote = await source.read(signal)
        for (const warning of remote.warnings.slice(0, 5)) logger.warning('source_warning', { source: 'workos', warning })
        return remote
      } catch (error) {
        // The owner may have set another address since: the next read looks again.
        if (error instanceof SourceError && error.code === 'unauthorized') await source.close()
        throw error
      }
    },
    lastGood: {
      recall() {
        const readAt = memory.load('workos')?.state.lastSuccess ?? null
        return readAt === null ? null : { value: mirrored, readAt }
      },
      remember: () => {},
    },
    isOnThisMachine: isLocal(host),
    connectivity: tools.connectivity,
    memory,
    clock,
    random: () => ids.random(),
    journal: tools.journal,
    stop: tools.stop,
  })
  return { ...guarded, close: () => source.close() }
}

/** An address that makes no sense is nobody's network. */
function hostOf(databaseUrl: string | null): string {
  if (databaseUrl === null || !URL.canParse(databaseUrl)) return ''
  const url = new URL(databaseUrl)
  return url.searchParams.get('host') ?? url.hostname
}
