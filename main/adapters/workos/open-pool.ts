import { Socket } from 'node:net'
import type { Pool, PoolClient } from 'pg'
import { SourceError } from '../../domain/source-error.ts'
import { connectionSettings } from './connection-settings.ts'
import { databaseError } from './database-error.ts'
import { statementTimeout } from './statement-timeout.ts'

/** One transaction at a time on a connection of the pool. Rows come as PostgreSQL sends them and are parsed by the caller. */
export interface Transactions {
  /** Rolls back and throws SourceError when anything fails; ends at once when the signal is aborted. */
  run<Value>(signal: AbortSignal, work: (query: Query) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

export type Query = (sql: string, values?: readonly (string | number | null)[]) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** pg is loaded with the first use: most operators have no tasks database. */
export async function openPool(databaseUrl: string, poolSize: number): Promise<Transactions> {
  const settings = connectionSettings(databaseUrl, poolSize)
  const { default: pg } = await import('pg')
  const sockets = new Set<Socket>()
  const pool = new pg.Pool({
    ...settings,
    stream: () => {
      const socket = new Socket()
      sockets.add(socket)
      return socket.once('close', () => sockets.delete(socket))
    },
  })
  /** pg has no way to give up a connection it is still waiting for, and neither the pool nor the process would end before it. */
  const hangUp = () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  }
  // A connection that breaks while idle (the server was stopped) is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return {
    run: (signal, work) =>
      transaction(pool, signal, work).catch((cause: unknown) => {
        if (signal.aborted) hangUp()
        throw databaseError(cause, settings.host)
      }),
    async close() {
      const ended = pool.end()
      hangUp()
      await ended
    },
  }
}

async function transaction<Value>(pool: Pool, signal: AbortSignal, work: (query: Query) => Promise<Value>): Promise<Value> {
  const connecting = pool.connect()
  const client = await unlessAborted(connecting, signal).catch((cause: unknown) => {
    // A connection that comes too late goes back to the pool.
    connecting.then(
      (late) => late.release(),
      () => {},
    )
    throw cause
  })
  let broken: Error | undefined
  const remember = (cause: Error) => {
    broken = cause
  }
  client.on('error', remember)
  try {
    return await unlessAborted(begun(client, work), signal)
  } catch (cause) {
    // The connection is closed rather than rolled back over: it may be in the middle of a statement nobody waits for.
    broken ??= cause instanceof Error ? cause : new Error('The transaction failed.')
    throw cause
  } finally {
    client.off('error', remember)
    client.release(broken)
  }
}

async function begun<Value>(client: PoolClient, work: (query: Query) => Promise<Value>): Promise<Value> {
  // Set in the transaction, not when connecting: a pooler between here and the server keeps neither start parameters nor sessions.
  await client.query(`BEGIN; SET LOCAL statement_timeout = ${statementTimeout}; SET LOCAL TIME ZONE 'UTC'`)
  const value = await work(async (sql, values = []) => (await client.query<Record<string, unknown>>(sql, [...values])).rows)
  await client.query('COMMIT')
  return value
}

async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(new SourceError('timeout', 'The tasks database did not answer in time.'))
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
    work.catch(() => {})
  }
}
