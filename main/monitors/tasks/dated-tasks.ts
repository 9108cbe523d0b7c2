import { dueInstant, isPast, type Due } from '../../domain/due.ts'
import type { Instant } from '../../domain/instant.ts'
import { endOfDay, startOfDay, type LocalDay, type TimeZone } from '../../domain/local-day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isActive, type WatchedTask } from '../../domain/task.ts'

export type DatedTask = { readonly task: WatchedTask; readonly due: Due }

/** Active tasks whose due date satisfies the condition, the oldest due first. */
function datedTasks(snapshot: Snapshot, condition: (due: Due) => boolean): readonly WatchedTask[] {
  const dated: DatedTask[] = []
  for (const task of snapshot.tasks) if (task.due !== null && isActive(task) && condition(task.due)) dated.push({ task, due: task.due })
  const ends = new Map<LocalDay, Instant>()
  const endOf = (due: Due) => {
    if (due.kind === 'moment') return due.at
    const known = ends.get(due.day) ?? dueInstant(due, snapshot.zone)
    ends.set(due.day, known)
    return known
  }
  return dated
    .toSorted((a, b) => endOf(a.due) - endOf(b.due) || a.task.createdAt - b.task.createdAt || (a.task.id < b.task.id ? -1 : 1))
    .map(({ task }) => task)
}

/** Active tasks past due. */
export function overdueTasks(snapshot: Snapshot, today: LocalDay, now: Instant): readonly WatchedTask[] {
  return datedTasks(snapshot, (due) => isPast(due, today, now))
}

/** Active tasks due on one local day. The day's borders are computed once: ten thousand tasks pass here every cycle. */
export function tasksDueOn(snapshot: Snapshot, day: LocalDay): readonly WatchedTask[] {
  const [start, end] = bordersOf(day, snapshot.zone)
  return datedTasks(snapshot, (due) => (due.kind === 'day' ? due.day === day : due.at >= start && due.at < end))
}

function bordersOf(day: LocalDay, zone: TimeZone): readonly [Instant, Instant] {
  return [startOfDay(day, zone), endOfDay(day, zone)]
}
