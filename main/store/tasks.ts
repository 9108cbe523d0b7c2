import type { Task, TaskStatus, WatchedTask } from '../domain/task.ts'
import type { Instant } from '../domain/instant.ts'
import type { Reader, SqlValue, Writer } from './handle.ts'
import { dueColumns, dueOf, likePattern, type DueColumns } from './values.ts'

type TaskRow = Omit<Task, 'due'> & DueColumns

const columns = `id, title, notes, status, priority, due_day, due_at, planned_day AS plannedDay, client, effort_minutes AS effortMinutes, drain,
  source, source_id AS sourceId, created_at AS createdAt, updated_at AS updatedAt, completed_at AS completedAt`

/** Field by field: ten thousand tasks pass here every cycle, and a spread takes twice as long. */
function taskOf(row: TaskRow): Task {
  return {
    id: row.id,
    title: row.title,
    notes: row.notes,
    status: row.status,
    priority: row.priority,
    due: dueOf(row),
    plannedDay: row.plannedDay,
    client: row.client,
    effortMinutes: row.effortMinutes,
    drain: row.drain,
    source: row.source,
    sourceId: row.sourceId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    completedAt: row.completedAt,
  }
}

function rowOf({ due, ...task }: Task): TaskRow {
  return { ...task, ...dueColumns(due) }
}

/** Throws when the id, or the source's id, is taken. */
export function insertTask(db: Writer, task: Task): void {
  db.run(
    `INSERT INTO tasks VALUES (:id, :title, :notes, :status, :priority, :due_day, :due_at, :plannedDay, :client, :effortMinutes, :drain,
       :source, :sourceId, :createdAt, :updatedAt, :completedAt)`,
    rowOf(task),
  )
}

/** Writes a task as it is now; false when there is none of that id. */
export function updateTask(db: Writer, task: Task): boolean {
  const sql = `UPDATE tasks SET title = :title, notes = :notes, status = :status, priority = :priority, due_day = :due_day, due_at = :due_at,
    planned_day = :plannedDay, client = :client, effort_minutes = :effortMinutes, drain = :drain, source = :source, source_id = :sourceId,
    created_at = :createdAt, updated_at = :updatedAt, completed_at = :completedAt WHERE id = :id`
  return db.run(sql, rowOf(task)).changes > 0
}

export function findTask(db: Reader, id: string): Task | undefined {
  const row = db.get<TaskRow>(`SELECT ${columns} FROM tasks WHERE id = ?`, id)
  return row && taskOf(row)
}

/** The task that mirrors what a source knows by its own id. */
export function findTaskBySource(db: Reader, source: string, sourceId: string): Task | undefined {
  const row = db.get<TaskRow>(`SELECT ${columns} FROM tasks WHERE source = ? AND source_id = ?`, source, sourceId)
  return row && taskOf(row)
}

export type TaskFilter = {
  readonly statuses?: readonly TaskStatus[] | undefined
  readonly source?: string | undefined
  readonly client?: string | undefined
  /** Found in title or notes, whatever the case. */
  readonly search?: string | undefined
  readonly limit?: number | undefined
}

/** In the order they were made. */
export function listTasks(db: Reader, filter: TaskFilter = {}): readonly Task[] {
  const conditions = ['1 = 1']
  const parameters: Record<string, SqlValue> = { limit: filter.limit ?? -1 }
  if (filter.statuses) {
    conditions.push('status IN (SELECT value FROM json_each(:statuses))')
    parameters['statuses'] = JSON.stringify(filter.statuses)
  }
  if (filter.source !== undefined) {
    conditions.push('source = :source')
    parameters['source'] = filter.source
  }
  if (filter.client !== undefined) {
    conditions.push('client = :client')
    parameters['client'] = filter.client
  }
  if (filter.search) {
    conditions.push(String.raw`(title LIKE :search ESCAPE '\' OR notes LIKE :search ESCAPE '\')`)
    parameters['search'] = likePattern(filter.search)
  }
  const sql = `SELECT ${columns} FROM tasks WHERE ${conditions.join(' AND ')} ORDER BY created_at, id LIMIT :limit`
  return db.all<TaskRow>(sql, parameters).map(taskOf)
}

/** Tasks not done, cancelled or in the backlog. */
export function loadActiveTasks(db: Reader): readonly Task[] {
  return db.all<TaskRow>(`SELECT ${columns} FROM tasks WHERE status IN ('pending', 'in_progress') ORDER BY created_at, id`).map(taskOf)
}

type WatchedRow = Omit<WatchedTask, 'due'> & DueColumns

const watchedColumns = 'id, title, status, due_day, due_at, client, created_at AS createdAt'

/** What a snapshot holds: active and backlog tasks, and every task that an event at or after `eventsSince` speaks of. In no order. */
export function loadSnapshotTasks(db: Reader, eventsSince: Instant): readonly WatchedTask[] {
  const current = `status IN ('pending', 'in_progress', 'backlog')`
  // Two ranges of two indexes: with OR, years of finished tasks would be read every cycle.
  const sql = `SELECT ${watchedColumns} FROM tasks WHERE ${current} UNION ALL
    SELECT ${watchedColumns} FROM tasks WHERE id IN (SELECT task_id FROM task_events WHERE at >= ?) AND NOT ${current}`
  return db.all<WatchedRow>(sql, eventsSince).map((row) => ({
    id: row.id,
    title: row.title,
    status: row.status,
    due: dueOf(row),
    client: row.client,
    createdAt: row.createdAt,
  }))
}

/** Takes a task away with its events, for undoing its making. */
export function deleteTask(db: Writer, id: string): void {
  db.run('DELETE FROM tasks WHERE id = ?', id)
}

/** Names of clients that tasks speak of, those used last first. */
export function listClients(db: Reader): readonly string[] {
  const sql = 'SELECT client FROM tasks WHERE client IS NOT NULL GROUP BY client ORDER BY max(updated_at) DESC LIMIT 500'
  return db.all<{ client: string }>(sql).map(({ client }) => client)
}
