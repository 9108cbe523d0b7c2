import type { Instant } from '../domain/instant.ts'
import type { SourceName, SourceState } from '../domain/source-state.ts'

/** What outlives a restart of the policy around one source. */
export type SourceRecord = {
  readonly state: SourceState
  /** Openings in a row since the circuit last closed: each one doubles the wait. */
  readonly openings: number
}

/** Where the policy around a source keeps its state and the last good value. Written in short transactions of its own. */
export interface SourceMemory {
  load(name: SourceName): SourceRecord | null
  save(record: SourceRecord): void
  /** The last good value as it was remembered (JSON); the reader parses it again, for an older version may have written it. */
  recall(name: SourceName): { readonly value: unknown; readonly readAt: Instant } | null
  remember(name: SourceName, value: unknown, readAt: Instant): void
}
