import type { Instant } from '../domain/instant.ts'
import type { Reader, Writer } from './handle.ts'
import { appendJournal, journalHead } from './journal.ts'
import { tableNames } from './tables.ts'

/** What holds the chain together and what the process that is running knows of itself; none of it says anything of the owner's life. */
const kept: ReadonlySet<string> = new Set(['journal_head', 'journal_anchors', 'operator_state', 'channel_holds'])

/** Of the operator's memory, what is not made of the owner's data. */
const keptMemory = ['pid', 'host', 'startedAt', 'nextRun', 'pausedUntil', 'doNotDisturb', 'seenAt', 'dryRun', 'telegramUpdates']

/** How many rows of each table erasing deletes; tables with none are left out. */
export function erasableRows(db: Reader): readonly { readonly table: string; readonly rows: number }[] {
  return tableNames(db)
    .filter((table) => !kept.has(table))
    .map((table) => ({ table, rows: db.get<{ rows: number }>(`SELECT count(*) AS rows FROM "${table}"`)?.rows ?? 0 }))
    .filter(({ rows }) => rows > 0)
}

/**
 * Deletes every row of the owner's and of the sample data, in one transaction, and overwrites where they stood. The journal goes too, for
 * it tells the same things; an anchor takes its place, so that the chain still verifies, and numbers go on, so that a later archive never
 * takes the name of an earlier one. The first entry after it says what was done. Answers how many rows are gone.
 */
export function eraseEverything(
  db: Writer,
  { now, before }: { readonly now: Instant; /** The backup that brings it back. */ readonly before: string | null },
): number {
  db.script('PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF')
  try {
    const rows = db.transaction(() => {
      const erased = eraseRows(db, now)
      const title = 'Everything was erased'
      appendJournal(db, [{ at: now, type: 'erased', source: 'owner', severity: 'warning', title, data: { before, rows: erased } }])
      return erased
    })
    // Until it is folded in and cut, the log still holds pages as they were.
    db.all('PRAGMA wal_checkpoint(TRUNCATE)')
    return rows
  } finally {
    db.script('PRAGMA foreign_keys = ON; PRAGMA secure_delete = OFF')
  }
}

/** The triggers that keep captures and journal from being deleted stand aside for it, within the same transaction. */
function eraseRows(db: Writer, now: Instant): number {
  const triggers = db.all<{ name: string; sql: string }>(`SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'`)
  for (const { name } of triggers) db.script(`DROP TRIGGER main."${name}"`)
  anchorJournal(db, now)
  const erased = tableNames(db)
    .filter((table) => !kept.has(table))
    .reduce((sum, table) => sum + db.run(`DELETE FROM main."${table}"`).changes, 0)
  db.run('DELETE FROM operator_state WHERE key NOT IN (SELECT value FROM json_each(?))', JSON.stringify(keptMemory))
  for (const { sql } of triggers) db.script(sql)
  return erased
}

function anchorJournal(db: Writer, now: Instant): void {
  const first = db.get<{ id: number | null }>('SELECT min(id) AS id FROM journal')?.id ?? null
  if (first === null) return
  const { id, hash } = journalHead(db)
  db.run(
    `INSERT OR REPLACE INTO journal_anchors (last_id, first_id, hash, kind, file, at) VALUES (?, ?, ?, 'archived', NULL, ?)`,
    id,
    first,
    hash,
    now,
  )
}
