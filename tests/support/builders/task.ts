import type { Due } from '../../../main/domain/due.ts'
import type { Task, TaskEvent, TaskEventType } from '../../../main/domain/task.ts'

const createdAt = Date.parse('2026-01-02T10:00:00Z')

/** `2026-01-20` is due that day, `2026-01-20T15:00:00Z` at that moment. */
export function due(text: string): Due {
  return text.length === 10 ? { kind: 'day', day: text } : { kind: 'moment', at: Date.parse(text) }
}

export function task(id: string, change: Partial<Omit<Task, 'due'>> & { readonly due?: string | null } = {}): Task {
  return {
    id,
    title: `Task ${id}`,
    notes: null,
    status: 'pending',
    priority: null,
    plannedDay: null,
    client: null,
    effortMinutes: null,
    drain: null,
    source: 'local',
    sourceId: null,
    createdAt,
    updatedAt: createdAt,
    completedAt: null,
    ...change,
    due: typeof change.due === 'string' ? due(change.due) : null,
  }
}

export function taskEvent(taskId: string, type: TaskEventType, at: string, change: Partial<TaskEvent> = {}): TaskEvent {
  return { taskId, type, at: Date.parse(at), from: null, to: null, ...change }
}
