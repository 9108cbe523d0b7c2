import Database from 'better-sqlite3'
import type { SqlParameters, Writer } from './handle.ts'
import { explainStoreError } from './sqlite-errors.ts'

/** Waiting for another process's short transaction, in ms. */
export const busyTimeout = 5_000

/** The connection over better-sqlite3. A connection opened read-only is handed out as a Reader. */
export class SqliteHandle implements Writer {
  readonly path: string
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  #depth = 0

  constructor(path: string, options: { readonly readonly: boolean }) {
    this.path = path
    this.#database = this.#explain(() => new Database(path, { readonly: options.readonly, fileMustExist: true, timeout: busyTimeout }))
    this.#explain(() => {
      // better-sqlite3 sets synchronous=NORMAL in WAL by itself, which loses acknowledged writes in a power cut.
      if (!options.readonly) this.#database.pragma('synchronous = FULL')
      this.#database.pragma('foreign_keys = ON')
      this.#database.pragma('trusted_schema = OFF')
    })
  }

  all<T>(sql: string, ...parameters: SqlParameters): readonly T[] {
    // The row's type is that of the statement's columns: both stand beside each other in the store's functions.
    return this.#explain(() => this.#prepared(sql).all(...parameters) as T[])
  }

  get<T>(sql: string, ...parameters: SqlParameters): T | undefined {
    // As above.
    return this.#explain(() => this.#prepared(sql).get(...parameters) as T | undefined)
  }

  *iterate<T>(sql: string, ...parameters: SqlParameters): IterableIterator<T> {
    try {
      // As above. Not from the shared statements: one that is being read cannot be used again meanwhile.
      yield* this.#database.prepare(sql).iterate(...parameters) as IterableIterator<T>
    } catch (error) {
      throw explainStoreError(error, this.path)
    }
  }

  run(sql: string, ...parameters: SqlParameters): { readonly changes: number; readonly lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.#explain(() => this.#prepared(sql).run(...parameters))
    return { changes, lastInsertRowid: Number(lastInsertRowid) }
  }

  script(sql: string): void {
    this.#explain(() => this.#database.exec(sql))
  }

  transaction<T>(work: () => T): T {
    const outermost = this.#depth === 0
    this.script(outermost ? 'BEGIN IMMEDIATE' : `SAVEPOINT nested_${this.#depth}`)
    this.#depth += 1
    try {
      const result = work()
      this.script(outermost ? 'COMMIT' : `RELEASE nested_${this.#depth - 1}`)
      return result
    } catch (error) {
      this.#undo(outermost)
      throw error
    } finally {
      this.#depth -= 1
    }
  }

  dataVersion(): number {
    return this.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
  }

  close(): void {
    this.#statements.clear()
    this.#explain(() => this.#database.close())
  }

  /** SQLite has already rolled back by itself after some errors, a full disk among them; then there is nothing to undo. */
  #undo(outermost: boolean): void {
    if (!this.#database.inTransaction) return
    if (outermost) this.#database.exec('ROLLBACK')
    else this.#database.exec(`ROLLBACK TO nested_${this.#depth - 1}; RELEASE nested_${this.#depth - 1}`)
  }

  #prepared(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #explain<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw explainStoreError(error, this.path)
    }
  }
}
