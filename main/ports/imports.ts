import type { PersonalPromise } from '../domain/promise.ts'
import type { Task, TaskEvent } from '../domain/task.ts'

/** What a record said of a task; what it left out stays as it is here. */
export type ImportedTask = {
  readonly id: string
  /** Equal for a record that says the same. */
  readonly digest: string
  readonly said: Pick<Task, 'title'> & Partial<Omit<Task, 'id' | 'title' | 'source' | 'sourceId'>>
  /** Including those that the record's own times imply. */
  readonly events: readonly Omit<TaskEvent, 'taskId'>[]
}

export type ImportedPromise = {
  readonly id: string
  readonly digest: string
  readonly said: Pick<PersonalPromise, 'what' | 'to'> & Partial<Omit<PersonalPromise, 'id' | 'what' | 'to' | 'source'>>
}
