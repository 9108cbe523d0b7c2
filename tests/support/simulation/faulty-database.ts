import { OperatorError } from '../../../main/domain/operator-error.ts'
import type { SqlParameters, Writer } from '../../../main/store/handle.ts'

export type DatabaseTrouble = 'none' | 'disk_full' | 'busy' | 'disk_errors'

/** A real connection that can be made to fail as a full disk and a busy database do, and to end in the midst of a write as SIGKILL does. */
export class FaultyDatabase implements Writer {
  readonly path: string
  trouble: DatabaseTrouble = 'none'
  /** Writes until the process dies; null while it lives on. */
  writesToLive: number | null = null
  isDead = false
  /** Every statement that was ever prepared. */
  readonly statements = new Set<string>()
  readonly #inner: Writer
  readonly #random: () => number
  readonly #died: () => void
  #depth = 0

  constructor(inner: Writer, random: () => number, died: () => void) {
    this.path = inner.path
    this.#inner = inner
    this.#random = random
    this.#died = died
  }

  all<T>(sql: string, ...parameters: SqlParameters): readonly T[] {
    this.#meet('read', sql)
    return this.#inner.all<T>(sql, ...parameters)
  }

  get<T>(sql: string, ...parameters: SqlParameters): T | undefined {
    this.#meet('read', sql)
    return this.#inner.get<T>(sql, ...parameters)
  }

  *iterate<T>(sql: string, ...parameters: SqlParameters): IterableIterator<T> {
    this.#meet('read', sql)
    yield* this.#inner.iterate<T>(sql, ...parameters)
  }

  run(sql: string, ...parameters: SqlParameters) {
    this.#meet('write', sql)
    return this.#inner.run(sql, ...parameters)
  }

  script(sql: string): void {
    this.#meet('write', sql)
    this.#inner.script(sql)
  }

  transaction<T>(work: () => T): T {
    this.#meet('begin')
    return this.#inner.transaction(() => {
      this.#depth += 1
      try {
        return work()
      } finally {
        this.#depth -= 1
      }
    })
  }

  dataVersion(): number {
    this.#meet('read')
    return this.#inner.dataVersion()
  }

  /** The dead close nothing: see `bury`. */
  close(): void {
    if (!this.isDead) this.#inner.close()
  }

  bury(): void {
    this.#inner.close()
  }

  #meet(what: 'read' | 'begin' | 'write', sql?: string): void {
    if (sql !== undefined) this.statements.add(sql)
    if (what === 'write' && this.writesToLive !== null) {
      this.writesToLive -= 1
      if (this.writesToLive < 0) this.#died()
    }
    if (this.isDead) throw new Error('The process is gone.')
    if (this.trouble === 'disk_errors' && this.#random() < 0.05) throw new OperatorError('failed', 'The disk reported an error.')
    if (what === 'read') return
    if (this.trouble === 'disk_full' && what === 'write' && this.#random() < 0.25)
      throw new OperatorError('disk_full', 'The disk is full. Nothing was half-written.')
    // Waited for at the beginning of what is written, never in its midst.
    if (this.trouble === 'busy' && this.#depth === 0 && this.#random() < 0.3) throw new OperatorError('failed', 'The database is busy.')
  }
}
