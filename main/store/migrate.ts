import type { Writer } from './handle.ts'
import type { Migration } from './migrations/migration.ts'

export function schemaVersion(db: Pick<Writer, 'get'>): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
}

/** Takes the missing steps, each in a transaction of its own: a crash leaves a whole schema of an earlier version, and the next start goes on. */
export function migrate(db: Writer, migrations: readonly Migration[]): void {
  for (const { version, sql } of migrations) {
    if (schemaVersion(db) >= version) continue
    db.transaction(() => {
      // Another process may have taken this step while we waited for the lock.
      if (schemaVersion(db) >= version) return
      db.script(sql)
      db.script(`PRAGMA user_version = ${version}`)
    })
  }
}
