import type { Due } from './due.ts'
import type { Instant } from './instant.ts'
import type { LocalDay } from './local-day.ts'

export const taskStatuses = ['pending', 'in_progress', 'backlog', 'completed', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const priorities = ['p0', 'p1', 'p2', 'p3'] as const
export type Priority = (typeof priorities)[number]

export const drains = ['deep', 'shallow', 'admin'] as const
export type Drain = (typeof drains)[number]

export type Task = {
  readonly id: string
  readonly title: string
  readonly notes: string | null
  readonly status: TaskStatus
  readonly priority: Priority | null
  readonly due: Due | null
  readonly plannedDay: LocalDay | null
  readonly client: string | null
  /** Estimated minutes. */
  readonly effortMinutes: number | null
  readonly drain: Drain | null
  /** local, sample, import, or the name of the source it is mirrored from. */
  readonly source: string
  /** The id in that source; null for a task that lives here only. */
  readonly sourceId: string | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly completedAt: Instant | null
}

/** What the rules look at: a cycle loads ten thousand of these, so no more than that. */
export type WatchedTask = Pick<Task, 'id' | 'title' | 'status' | 'due' | 'client' | 'createdAt'>

/** Everything that happened to a task; procrastination, overcommitment and context switching are counted from these, never guessed. */
export const taskEventTypes = ['created', 'edited', 'rescheduled', 'worked', 'started', 'completed', 'reopened', 'cancelled'] as const
export type TaskEventType = (typeof taskEventTypes)[number]

export type TaskEvent = {
  readonly taskId: string
  readonly type: TaskEventType
  readonly at: Instant
  /** For `rescheduled`: the due dates before and after, as the day or ISO time they were given. */
  readonly from: string | null
  readonly to: string | null
}

/** An active task is one not done, cancelled or in the backlog. */
export function isActive(task: Pick<Task, 'status'>): boolean {
  return task.status === 'pending' || task.status === 'in_progress'
}
