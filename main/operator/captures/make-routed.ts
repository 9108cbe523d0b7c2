import type { Made } from '../../../shared/model/capture.ts'
import type { Instant } from '../../domain/instant.ts'
import type { Task } from '../../domain/task.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Writer } from '../../store/database.ts'
import { deletePromise, insertPromise } from '../../store/promises.ts'
import { appendTaskEvent } from '../../store/task-events.ts'
import { deleteTask, findTask, insertTask } from '../../store/tasks.ts'
import { sendTask } from '../sources/queue-task-change.ts'
import { withdrawRemoteChange } from '../../store/remote-changes.ts'
import { madeOf, type Routed } from './route-capture.ts'

type Tools = {
  readonly db: Writer
  readonly ids: Pick<Ids, 'next'>
  readonly now: Instant
  readonly captureId: string
  /** What comes of a sample is a sample. */
  readonly source: 'local' | 'sample'
  readonly isWorkConnected: boolean
}

/** Writes what a capture becomes. Runs inside the caller's transaction. */
export function makeRouted(routed: Routed, { captureId, db, ids, isWorkConnected, now, source }: Tools): Made {
  if (routed.kind === 'task') {
    const { due, extracted, isWork, title } = routed
    const isSent = isWork && isWorkConnected
    const task: Task = {
      id: ids.next('t'),
      title,
      notes: null,
      // As it will stand in the tasks database, whose word on it holds from then on.
      status: isSent ? 'backlog' : 'pending',
      priority: extracted.priority,
      due,
      plannedDay: null,
      client: isWork ? extracted.client : null,
      effortMinutes: extracted.effort,
      drain: null,
      source,
      sourceId: null,
      createdAt: now,
      updatedAt: now,
      completedAt: null,
    }
    insertTask(db, task)
    appendTaskEvent(db, { taskId: task.id, type: 'created', at: now, from: null, to: null })
    // Work goes into the tasks database too, where one is connected; private tasks never do.
    if (isSent) sendTask(db, task, now)
    return madeOf(routed, task.id)
  }
  if (routed.kind === 'promise') {
    const id = ids.next('p')
    insertPromise(db, {
      id,
      what: routed.title,
      to: routed.to,
      due: routed.due,
      status: 'active',
      source,
      createdAt: now,
      updatedAt: now,
    })
    return madeOf(routed, id)
  }
  return madeOf(routed, captureId)
}

/** Takes back what was made; a work task that has already gone out stays there, and answers false. */
export function unmake(made: Made, db: Writer, now: Instant): boolean {
  if (made.kind === 'promise') deletePromise(db, made.id)
  if (made.kind !== 'task') return true
  const task = findTask(db, made.id)
  if (task === undefined) return true
  withdrawRemoteChange(db, task.id, 'create', now)
  deleteTask(db, task.id)
  return task.sourceId === null
}
