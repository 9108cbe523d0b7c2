import type { Instant } from '../domain/instant.ts'
import type { SourceName, SourceState } from '../domain/source-state.ts'
import type { Reader, Writer } from './handle.ts'
import { fromJson } from './values.ts'

/** Breaker and condition of each source: they survive a restart. */
export function saveSourceState(db: Writer, state: SourceState): void {
  db.run(
    `INSERT OR REPLACE INTO source_states (name, condition, circuit, last_success, last_error, came_from, retry_at, consecutive_failures, trips)
     VALUES (:name, :condition, :circuit, :lastSuccess, :lastError, :from, :retryAt, :consecutiveFailures, :trips)`,
    state,
  )
}

export function loadSourceStates(db: Reader): readonly SourceState[] {
  return db.all<SourceState>(`SELECT name, condition, circuit, last_success AS lastSuccess, last_error AS lastError, came_from AS "from",
    retry_at AS retryAt, consecutive_failures AS consecutiveFailures, trips FROM source_states ORDER BY name`)
}

/** The last good answer of a source, for when it is down. `T` is what was saved under that name. */
export function loadCachedValue<T>(db: Reader, source: SourceName): { readonly value: T; readonly readAt: Instant } | undefined {
  const row = db.get<{ value: string; readAt: Instant }>('SELECT value, read_at AS readAt FROM cached_values WHERE source = ?', source)
  return row && { value: fromJson<T>(row.value), readAt: row.readAt }
}

export function saveCachedValue(db: Writer, source: SourceName, value: unknown, readAt: Instant): void {
  db.run('INSERT OR REPLACE INTO cached_values (source, value, read_at) VALUES (?, ?, ?)', source, JSON.stringify(value), readAt)
}
