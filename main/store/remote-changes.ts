import type { Instant } from '../domain/instant.ts'
import type { SourceName } from '../domain/source-state.ts'
import type { Reader, Writer } from './handle.ts'

/** A change of the owner's that a source has yet to hear of. What it says is read from the task when it is sent. */
export type QueuedChange = {
  readonly id: number
  /** The same for every try. */
  readonly key: string
  readonly taskId: string
  readonly source: SourceName
  readonly kind: 'create' | 'complete' | 'reopen'
  readonly createdAt: Instant
  readonly lastError: string | null
}

/** Queues a change for a source; false when that very change waits already. For the transaction that changes the task. */
export function queueRemoteChange(db: Writer, change: Pick<QueuedChange, 'taskId' | 'source' | 'kind' | 'createdAt'>): boolean {
  if (db.get("SELECT 1 FROM remote_changes WHERE task_id = ? AND kind = ? AND state = 'queued'", change.taskId, change.kind)) return false
  const sql = `INSERT INTO remote_changes (key, task_id, source, kind, state, created_at) VALUES (:key, :taskId, :source, :kind, 'queued', :createdAt)
    ON CONFLICT (key) DO NOTHING`
  return db.run(sql, { ...change, key: `${change.kind}:${change.taskId}:${change.createdAt}` }).changes > 0
}

/** Takes back what was not sent yet, e.g. when the owner undoes it; false when there was nothing, or it is too late. */
export function withdrawRemoteChange(db: Writer, taskId: string, kind: QueuedChange['kind'], at: Instant): boolean {
  const sql = "UPDATE remote_changes SET state = 'withdrawn', finished_at = ? WHERE task_id = ? AND kind = ? AND state = 'queued'"
  return db.run(sql, at, taskId, kind).changes > 0
}

/** Whether a change of this task has yet to be sent. */
export function hasQueuedChange(db: Reader, taskId: string): boolean {
  return db.get("SELECT 1 FROM remote_changes WHERE task_id = ? AND state = 'queued'", taskId) !== undefined
}

/** The tasks that have a change which was not sent yet. */
export function tasksWithQueuedChange(db: Reader): ReadonlySet<string> {
  const rows = db.all<{ readonly taskId: string }>("SELECT DISTINCT task_id AS taskId FROM remote_changes WHERE state = 'queued'")
  return new Set(rows.map(({ taskId }) => taskId))
}

/** In the order they were made. */
export function loadQueuedChanges(db: Reader, source: SourceName): readonly QueuedChange[] {
  const sql = `SELECT id, key, task_id AS taskId, source, kind, created_at AS createdAt, last_error AS lastError
    FROM remote_changes WHERE source = ? AND state = 'queued' ORDER BY id`
  return db.all<QueuedChange>(sql, source)
}

export function finishRemoteChange(db: Writer, id: number, state: 'applied' | 'conflict', at: Instant): void {
  db.run("UPDATE remote_changes SET state = ?, finished_at = ?, last_error = NULL WHERE id = ? AND state = 'queued'", state, at, id)
}

/** The change stays queued; why it did not go through is shown beside it. */
export function noteRemoteChangeError(db: Writer, id: number, error: string): void {
  db.run("UPDATE remote_changes SET last_error = ? WHERE id = ? AND state = 'queued'", error, id)
}

/** A mirrored task as it was last seen at its source; an empty fingerprint for one that was only sent there. */
export type SeenVersion = { readonly taskId: string; readonly updatedAt: Instant; readonly fingerprint: string }

export function loadRemoteVersions(db: Reader): ReadonlyMap<string, SeenVersion> {
  const rows = db.all<SeenVersion>('SELECT task_id AS taskId, updated_at AS updatedAt, fingerprint FROM remote_versions')
  return new Map(rows.map((row) => [row.taskId, row]))
}

export function saveRemoteVersion(db: Writer, version: SeenVersion): void {
  db.run('INSERT OR REPLACE INTO remote_versions (task_id, updated_at, fingerprint) VALUES (:taskId, :updatedAt, :fingerprint)', version)
}
