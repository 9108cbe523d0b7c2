import { dayLength, type Instant } from '../../domain/instant.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { TaskEvent } from '../../domain/task.ts'

/** Events of the last so many times 24 hours; what the future says (a clock that went back) is left out. */
export function eventsOfLast(days: number, snapshot: Snapshot, now: Instant): readonly TaskEvent[] {
  const since = now - days * dayLength
  return snapshot.taskEvents.filter(({ at }) => at >= since && at <= now)
}
