import { dayLength } from '../../domain/instant.ts'
import type { TimeZone } from '../../domain/local-day.ts'
import { SourceError } from '../../domain/source-error.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RemoteChange, RemoteChangeResult, RemoteTask, RemoteTasks, TaskSource } from '../../ports/sources.ts'
import { openPool, type Query, type Transactions } from './open-pool.ts'
import { parseTaskRow } from './task-row.ts'

export type WorkosOptions = {
  /** From WORKOS_DATABASE_URL; null where there is none. Asked anew after the source was closed. */
  readonly databaseUrl: () => Promise<string | null>
  readonly pool: number
  readonly zone: TimeZone
  readonly clock: Clock
}

/** Done tasks older than this are history that nothing is counted from. */
const doneHorizon = 90 * dayLength

/** More open tasks than anybody has; beyond it what is missing is not taken for removed. */
const mostTasks = 20_000

// The whole row as JSON: a due column is there or it is not, and every type has one spelling.
const readTasks = `SELECT to_jsonb(t) AS task, c.name AS client FROM tasks t LEFT JOIN clients c ON c.id = t.client_id
  WHERE t.status <> 'done' OR coalesce(t.completed_at, t.updated_at, t.created_at) >= to_timestamp($1::float8 / 1000)
  ORDER BY t.status = 'done', t.created_at DESC LIMIT ${mostTasks + 1}`

const readTask =
  'SELECT to_jsonb(t) AS task, c.name AS client FROM tasks t LEFT JOIN clients c ON c.id = t.client_id WHERE t.id::text = $1 FOR UPDATE OF t'

/** The tasks database over PostgreSQL. */
export function createWorkosSource(options: WorkosOptions): TaskSource {
  let opening: Promise<Transactions> | null = null

  async function open(): Promise<Transactions> {
    const databaseUrl = await options.databaseUrl()
    if (databaseUrl === null)
      throw new SourceError(
        'not_configured',
        'The tasks database is not connected: run thanos connect workos, or open Settings, Connections.',
      )
    return openPool(databaseUrl, options.pool)
  }

  async function run<Value>(signal: AbortSignal, work: (query: Query) => Promise<Value>): Promise<Value> {
    opening ??= open()
    const transactions = await opening.catch((error: unknown) => {
      opening = null
      throw error
    })
    return transactions.run(signal, work)
  }

  return {
    name: 'workos',
    read: (signal) =>
      run(signal, async (query) => {
        const rows = await query(readTasks, [options.clock.now() - doneHorizon])
        const clients = await query('SELECT name FROM clients WHERE is_active IS NOT FALSE ORDER BY name')
        return tasksOf(rows, clients, options.zone)
      }),
    write: (change, signal) =>
      run(signal, (query) => (change.kind === 'create' ? create(query, change) : changeStatus(query, change, options.zone))),
    async close() {
      const transactions = await opening?.catch(() => null)
      opening = null
      await transactions?.close()
    },
  }
}

function tasksOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  clients: readonly Readonly<Record<string, unknown>>[],
  zone: TimeZone,
): RemoteTasks {
  const results = rows.slice(0, mostTasks).map((row) => parseTaskRow(row['task'], nameOf(row['client']), zone))
  const warnings = results.flatMap(({ warning }) => (warning === null ? [] : [warning]))
  if (rows.length > mostTasks) warnings.push(`The tasks database holds more than ${mostTasks} open tasks: the oldest were left out.`)
  const skipped = results.some(({ task }) => task === null)
  return {
    tasks: results.flatMap(({ task }) => (task === null ? [] : [task])),
    clients: clients.flatMap((row) => nameOf(row['name']) ?? []),
    warnings,
    isComplete: rows.length <= mostTasks && !skipped,
  }
}

/** A second try finds what the first has written: nobody makes two tasks of one name in one millisecond. */
async function create(query: Query, change: Extract<RemoteChange, { kind: 'create' }>): Promise<RemoteChangeResult> {
  await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [change.key])
  const found = await query(
    `SELECT id::text AS id, ${updatedAt} AS updated_at FROM tasks WHERE title = $1 AND created_at = to_timestamp($2::float8 / 1000)`,
    [change.title, change.createdAt],
  )
  const rows =
    found.length > 0
      ? found
      : await query(
          `INSERT INTO tasks (title, description, status, client_id, created_at, updated_at)
           VALUES ($1, $2, $3, (SELECT id FROM clients WHERE lower(name) = lower($4) LIMIT 1), to_timestamp($5::float8 / 1000), now())
           RETURNING id::text AS id, ${updatedAt} AS updated_at`,
          [change.title, change.notes, change.status, change.client, change.createdAt],
        )
  return applied(rows[0])
}

/** Milliseconds, as parseTaskRow reads them; cut, not rounded, for microseconds lie below. */
const updatedAt = 'floor(extract(epoch FROM coalesce(updated_at, created_at)) * 1000)::float8'

/** Done or open again. A row that is as it should be stays untouched, so that a repeat changes nothing. */
async function changeStatus(query: Query, change: Exclude<RemoteChange, { kind: 'create' }>, zone: TimeZone): Promise<RemoteChangeResult> {
  const remote = await remoteTask(query, change.sourceId, zone)
  if (remote === null) return { outcome: 'conflict', remote: null }
  const isDone = change.kind === 'complete'
  if ((remote.status === 'completed') === isDone) return { outcome: 'applied', sourceId: remote.sourceId, updatedAt: remote.updatedAt }
  if (remote.updatedAt !== change.expectedUpdatedAt) return { outcome: 'conflict', remote }
  const rows = await query(
    `UPDATE tasks SET status = $2, completed_at = to_timestamp($3::float8 / 1000), updated_at = now() WHERE id::text = $1
     RETURNING id::text AS id, ${updatedAt} AS updated_at`,
    [change.sourceId, isDone ? 'done' : change.status, isDone ? change.completedAt : null],
  )
  return applied(rows[0])
}

async function remoteTask(query: Query, sourceId: string, zone: TimeZone): Promise<RemoteTask | null> {
  const row = (await query(readTask, [sourceId]))[0]
  if (row === undefined) return null
  const { task, warning } = parseTaskRow(row['task'], nameOf(row['client']), zone)
  if (task === null) throw new SourceError('malformed', warning)
  return task
}

function applied(row: Readonly<Record<string, unknown>> | undefined): RemoteChangeResult {
  const sourceId = row?.['id']
  const at = row?.['updated_at']
  if (typeof sourceId !== 'string' || typeof at !== 'number')
    throw new SourceError('malformed', 'The tasks database did not say what became of the change.')
  return { outcome: 'applied', sourceId, updatedAt: at }
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
