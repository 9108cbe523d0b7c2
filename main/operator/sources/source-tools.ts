import type { NewJournalEntry } from '../../domain/journal-entry.ts'
import type { TimeZone } from '../../domain/local-day.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Connectivity } from '../../ports/connectivity.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Logger } from '../../ports/logger.ts'
import type { SecretStore } from '../../ports/secret-store.ts'
import type { SourceMemory } from '../../ports/source-memory.ts'
import type { Writer } from '../../store/database.ts'

/** What every source is built with. */
export type SourceTools = {
  readonly db: Writer
  readonly dataFolder: string
  readonly memory: SourceMemory
  readonly secrets: Pick<SecretStore, 'get' | 'set'>
  readonly connectivity: Connectivity
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  readonly zone: () => TimeZone
  readonly expandHome: (path: string) => string
  readonly exists: (path: string) => boolean
  readonly journal: (entry: NewJournalEntry) => void
  /** Aborted when the operator stops. */
  readonly stop: AbortSignal
}
