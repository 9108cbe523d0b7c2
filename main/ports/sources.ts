import type { LocalDay } from '../domain/local-day.ts'
import type { Reading } from '../domain/reading.ts'
import type { SourceName } from '../domain/source-state.ts'
import type { Due } from '../domain/due.ts'
import type { Instant } from '../domain/instant.ts'
import type { Drain, TaskStatus } from '../domain/task.ts'

export type DayRange = { readonly from: LocalDay; readonly to: LocalDay }

/** Readings within the range asked for, and what had to be skipped, in words. Throws SourceError; neither retries nor caches. */
export interface HealthSource {
  readonly name: SourceName
  read(
    range: DayRange,
    signal: AbortSignal,
  ): Promise<{ readonly readings: readonly Omit<Reading, 'readAt'>[]; readonly warnings: readonly string[] }>
}

/** A task as its own service knows it. */
export type RemoteTask = {
  readonly sourceId: string
  readonly title: string
  readonly notes: string | null
  readonly status: TaskStatus
  readonly client: string | null
  /** Undefined where the service has no such column: the due date kept here stays. */
  readonly due: Due | null | undefined
  readonly drain: Drain | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly completedAt: Instant | null
}

/** What a task source holds. `isComplete`: every open task is in it, so that one that is missing was removed there. */
export type RemoteTasks = {
  readonly tasks: readonly RemoteTask[]
  readonly clients: readonly string[]
  readonly warnings: readonly string[]
  readonly isComplete: boolean
}

export type RemoteChange =
  | {
      readonly kind: 'create'
      readonly key: string
      readonly title: string
      readonly notes: string | null
      readonly client: string | null
      readonly status: 'active' | 'backlog'
      /** With the title, what tells a repeat from a second task of that name. */
      readonly createdAt: Instant
    }
  | {
      readonly kind: 'complete'
      readonly key: string
      readonly sourceId: string
      readonly completedAt: Instant
      readonly expectedUpdatedAt: Instant
    }
  | {
      readonly kind: 'reopen'
      readonly key: string
      readonly sourceId: string
      readonly status: 'active' | 'backlog'
      readonly expectedUpdatedAt: Instant
    }

export type RemoteChangeResult =
  | { readonly outcome: 'applied'; readonly sourceId: string; readonly updatedAt: Instant }
  | { readonly outcome: 'conflict'; readonly remote: RemoteTask | null }

/** Throws SourceError; neither retries nor caches. A change applied twice (same key) happens once. */
export interface TaskSource {
  readonly name: SourceName
  read(signal: AbortSignal): Promise<RemoteTasks>
  write(change: RemoteChange, signal: AbortSignal): Promise<RemoteChangeResult>
  close(): Promise<void>
}
