import type { TimeZone } from './local-day.ts'
import type { PersonalPromise } from './promise.ts'
import type { Reading } from './reading.ts'
import type { SourceState } from './source-state.ts'
import type { TaskEvent, WatchedTask } from './task.ts'

/** Which hour slots have been used, as `RULE DAY HOUR`, e.g. `due_today 2026-01-20 9`. */
export type UsedSlots = ReadonlySet<string>

/** What the sources said at one moment; immutable. */
export type Snapshot = {
  readonly zone: TimeZone
  /** One reading a metric and day (the latest said wins), oldest day first. */
  readonly readings: readonly Reading[]
  /** Active and backlog tasks, and every task that an event below speaks of. */
  readonly tasks: readonly WatchedTask[]
  /** Events of the longest look-back, oldest first. */
  readonly taskEvents: readonly TaskEvent[]
  /** Times a task was put off that another program counted (patterns.json), by task title. */
  readonly reportedProcrastination: ReadonlyMap<string, number>
  readonly promises: readonly PersonalPromise[]
  readonly usedSlots: UsedSlots
  readonly sources: readonly SourceState[]
}
