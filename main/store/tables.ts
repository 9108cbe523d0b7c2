import type { Reader } from './handle.ts'

/** The names of all tables of the schema. */
export function tableNames(db: Reader): readonly string[] {
  const sql = `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`
  return db.all<{ name: string }>(sql).map(({ name }) => name)
}
