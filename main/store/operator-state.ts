import type { Reader, Writer } from './handle.ts'
import { fromJson } from './values.ts'

/** What the operator remembers of itself, one value a name: pid, uptime_start, run_count, … */
export function saveOperatorState(db: Writer, values: Readonly<Record<string, unknown>>): void {
  db.transaction(() => {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) continue
      db.run('INSERT OR REPLACE INTO operator_state (key, value) VALUES (?, ?)', key, JSON.stringify(value))
    }
  })
}

/** Everything that was saved; the caller knows what it saved under which name. */
export function loadOperatorState(db: Reader): ReadonlyMap<string, unknown> {
  const rows = db.all<{ key: string; value: string }>('SELECT key, value FROM operator_state')
  return new Map(rows.map(({ key, value }) => [key, fromJson<unknown>(value)]))
}
