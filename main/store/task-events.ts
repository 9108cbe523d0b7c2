import type { Instant } from '../domain/instant.ts'
import type { TaskEvent } from '../domain/task.ts'
import type { Reader, Writer } from './handle.ts'

const columns = 'task_id AS taskId, type, at, from_due AS "from", to_due AS "to"'

/** Writes what happened to a task; false when exactly that is written already. */
export function appendTaskEvent(db: Writer, event: TaskEvent): boolean {
  const sql = `INSERT INTO task_events (task_id, type, at, from_due, to_due) VALUES (:taskId, :type, :at, :from, :to)
    ON CONFLICT DO NOTHING`
  return db.run(sql, event).changes > 0
}

/** Events at or after `since`, the oldest first. */
export function loadTaskEvents(db: Reader, since: Instant): readonly TaskEvent[] {
  return db.all<TaskEvent>(`SELECT ${columns} FROM task_events WHERE at >= ? ORDER BY at, id`, since)
}

/** Everything that happened to one task, the oldest first. */
export function listTaskEvents(db: Reader, taskId: string): readonly TaskEvent[] {
  return db.all<TaskEvent>(`SELECT ${columns} FROM task_events WHERE task_id = ? ORDER BY at, id`, taskId)
}
