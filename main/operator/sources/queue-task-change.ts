import type { Instant } from '../../domain/instant.ts'
import type { Task, TaskEventType } from '../../domain/task.ts'
import type { Writer } from '../../store/database.ts'
import { hasQueuedChange, queueRemoteChange, withdrawRemoteChange } from '../../store/remote-changes.ts'

/** What the owner did to a task that the tasks database should hear of; in the transaction that changes the task. What was not sent yet is simply taken back. */
export function queueTaskChange(db: Writer, task: Task, type: TaskEventType, at: Instant): void {
  if (type !== 'completed' && type !== 'reopened') return
  const [kind, opposite] = type === 'completed' ? (['complete', 'reopen'] as const) : (['reopen', 'complete'] as const)
  if (withdrawRemoteChange(db, task.id, opposite, at)) return
  // One that is on its way there is done there as soon as it has arrived.
  if (task.source === 'workos' || hasQueuedChange(db, task.id)) queue(db, task, kind, at)
}

/** Sends a task that lives here only to the tasks database; false when it is there or on its way. */
export function sendTask(db: Writer, task: Task, at: Instant): boolean {
  return task.sourceId === null && queue(db, task, 'create', at)
}

function queue(db: Writer, task: Task, kind: 'create' | 'complete' | 'reopen', at: Instant): boolean {
  return queueRemoteChange(db, { taskId: task.id, source: 'workos', kind, createdAt: at })
}
