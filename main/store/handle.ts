/** What a statement takes. Booleans are 0 and 1, structured values JSON text, instants milliseconds, days YYYY-MM-DD. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** Positional values, or one record of named ones. */
export type SqlParameters = readonly (SqlValue | Readonly<Record<string, SqlValue>>)[]

/**
 * A connection for reading. `T` is the shape of a row as the statement's columns give it: the store owns both, so it is not parsed again.
 * Statements are prepared once a connection, by their text.
 */
export interface Reader {
  readonly path: string
  all<T>(sql: string, ...parameters: SqlParameters): readonly T[]
  get<T>(sql: string, ...parameters: SqlParameters): T | undefined
  /** One row at a time; the connection can do nothing else until it is read to its end or left. */
  iterate<T>(sql: string, ...parameters: SqlParameters): IterableIterator<T>
  /** A number that changes when another connection has written. */
  dataVersion(): number
  close(): void
}

/** A connection for writing. A function that only reads asks for a Reader and takes either. */
export interface Writer extends Reader {
  run(sql: string, ...parameters: SqlParameters): { readonly changes: number; readonly lastInsertRowid: number }
  /** Statements without parameters, one after the other. */
  script(sql: string): void
  /** All of it or none of it, with the write lock taken at once. Nested, it is undone alone when it throws. */
  transaction<T>(work: () => T): T
}
