import type { Instant } from '../../domain/instant.ts'
import type { TimeZone } from '../../domain/local-day.ts'
import { SourceError } from '../../domain/source-error.ts'
import type { Task } from '../../domain/task.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { RemoteChange, RemoteChangeResult, TaskSource } from '../../ports/sources.ts'
import type { Writer } from '../../store/database.ts'
import { appendJournal } from '../../store/journal.ts'
import {
  finishRemoteChange,
  loadQueuedChanges,
  loadRemoteVersions,
  noteRemoteChangeError,
  saveRemoteVersion,
  type QueuedChange,
} from '../../store/remote-changes.ts'
import { findTask, updateTask } from '../../store/tasks.ts'
import { applyMirror } from './apply-mirror.ts'

export type WriteBackTools = {
  readonly db: Writer
  readonly source: Pick<TaskSource, 'write'>
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: TimeZone
}

/**
 * Sends what the owner changed here to the tasks database, in order. A change it does not understand stays queued with its reason and holds
 * up nobody; any other trouble is the source's and is thrown, so that the policy around it sees it.
 */
export async function writeBack(tools: WriteBackTools, signal: AbortSignal): Promise<void> {
  for (const queued of loadQueuedChanges(tools.db, 'workos')) {
    const task = findTask(tools.db, queued.taskId)
    const change = task === undefined ? null : remoteChange(queued, task, loadRemoteVersions(tools.db).get(task.id)?.updatedAt)
    if (change === null) continue
    try {
      settle(tools, queued, await tools.source.write(change, signal))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      noteRemoteChangeError(tools.db, queued.id, error.message)
      if (error.code !== 'malformed') throw error
    }
  }
}

/** Null for a change that has to wait for another: a task that is not there yet cannot be done there. */
function remoteChange(queued: QueuedChange, task: Task, knownVersion: Instant | undefined): RemoteChange | null {
  const { key } = queued
  if (queued.kind === 'create') {
    const { title, notes, client, createdAt } = task
    return { kind: 'create', key, title, notes, client, createdAt, status: task.status === 'backlog' ? 'backlog' : 'active' }
  }
  if (task.sourceId === null) return null
  const target = { key, sourceId: task.sourceId, expectedUpdatedAt: knownVersion ?? task.updatedAt }
  return queued.kind === 'complete'
    ? { kind: 'complete', ...target, completedAt: task.completedAt ?? queued.createdAt }
    : { kind: 'reopen', ...target, status: task.status === 'backlog' ? 'backlog' : 'active' }
}

/** The answer may have taken a while: the task is read again, inside the transaction. */
function settle({ db, clock, ids, zone }: WriteBackTools, queued: QueuedChange, result: RemoteChangeResult): void {
  const now = clock.now()
  db.transaction(() => {
    const task = findTask(db, queued.taskId)
    if (task === undefined) return
    const data = { task: task.id, change: queued.kind }
    if (result.outcome === 'applied') {
      finishRemoteChange(db, queued.id, 'applied', now)
      updateTask(db, { ...task, source: 'workos', sourceId: result.sourceId })
      saveRemoteVersion(db, { taskId: task.id, updatedAt: result.updatedAt, fingerprint: '' })
      appendJournal(db, [
        {
          at: now,
          type: 'task_written_back',
          source: 'workos',
          severity: 'info',
          title: `${task.title}: sent to the tasks database`,
          data,
        },
      ])
      return
    }
    finishRemoteChange(db, queued.id, 'conflict', now)
    const why = result.remote === null ? 'it is no longer there' : 'it was changed there meanwhile, and that counts'
    appendJournal(db, [
      {
        at: now,
        type: 'task_conflict',
        source: 'workos',
        severity: 'warning',
        title: `${task.title}: your change was not sent: ${why}`,
        data,
      },
    ])
    if (result.remote !== null)
      applyMirror(db, { tasks: [result.remote], clients: [], warnings: [], isComplete: false }, { zone, now, ids })
  })
}
