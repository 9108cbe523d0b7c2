import type { SourceState } from '../domain/source-state.ts'
import type { SourceMemory, SourceRecord } from '../ports/source-memory.ts'
import type { Reader, Writer } from './handle.ts'
import { fromJson } from './values.ts'

type SourceRow = SourceState & { readonly openings: number }

const columns = `name, condition, circuit, last_success AS lastSuccess, last_error AS lastError, came_from AS "from", retry_at AS retryAt,
  consecutive_failures AS consecutiveFailures, trips`

/** How every source that was ever read stands. */
export function loadSourceStates(db: Reader): readonly SourceState[] {
  return db.all<SourceState>(`SELECT ${columns} FROM source_states ORDER BY name`)
}

function loadRecord(db: Reader, name: SourceState['name']): SourceRecord | null {
  const row = db.get<SourceRow>(`SELECT ${columns}, openings FROM source_states WHERE name = ?`, name)
  if (!row) return null
  const { openings, ...state } = row
  return { state, openings }
}

function saveRecord(db: Writer, { state, openings }: SourceRecord): void {
  db.run(
    `INSERT OR REPLACE INTO source_states
       (name, condition, circuit, last_success, last_error, came_from, retry_at, consecutive_failures, trips, openings)
     VALUES (:name, :condition, :circuit, :lastSuccess, :lastError, :from, :retryAt, :consecutiveFailures, :trips, :openings)`,
    { ...state, openings },
  )
}

/** Breakers, conditions and last good values in the database, each written in a commit of its own. */
export function createSourceMemory(db: Writer): SourceMemory {
  return {
    load: (name) => loadRecord(db, name),
    save: (record) => {
      saveRecord(db, record)
    },
    recall: (name) => {
      const row = db.get<{ value: string; readAt: number }>('SELECT value, read_at AS readAt FROM cached_values WHERE source = ?', name)
      return row ? { value: fromJson<unknown>(row.value), readAt: row.readAt } : null
    },
    remember: (name, value, readAt) => {
      db.run('INSERT OR REPLACE INTO cached_values (source, value, read_at) VALUES (?, ?, ?)', name, JSON.stringify(value), readAt)
    },
  }
}
