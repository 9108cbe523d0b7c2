import type { OutputOf, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { TaskView } from '../../../shared/model/task.ts'
import type { Instant } from '../../domain/instant.ts'
import { localDayOf, type TimeZone } from '../../domain/local-day.ts'
import type { Task } from '../../domain/task.ts'
import { placeTask, type PlacedTask } from './task-view.ts'

type Query = Pick<ParsedInputOf<'tasks:list'>, 'view' | 'limit' | 'offset'> & { readonly zone: TimeZone; readonly now: Instant }

export type TaskPage = Pick<OutputOf<'tasks:list'>, 'counts' | 'next'> & { readonly tasks: readonly PlacedTask[] }

/**
 * A page of one view of the tasks, in its order, and how many each view has. Of ten thousand tasks a window shows thirty: all are placed, for
 * the counts and the order need them, and only those of the page are told at length.
 */
export function taskPage(tasks: readonly Task[], { view, limit, offset = 0, zone, now }: Query): TaskPage {
  const today = localDayOf(now, zone)
  const all = tasks.map((task) => placeTask(task, { zone, today, now }))
  const of = (standing: TaskView['standing']): readonly PlacedTask[] => all.filter((each) => each.standing === standing)
  const overdue = of('overdue')
  const dueToday = of('today')
  const shown = view === 'all' || view === 'done' ? all : view === 'today' ? [...overdue, ...dueToday] : of(view)
  const end = offset + limit
  return {
    tasks: shown.toSorted(byDue).slice(offset, end),
    next: end < shown.length ? end : null,
    counts: { today: overdue.length + dueToday.length, overdue: overdue.length, upcoming: of('upcoming').length, all: all.length },
  }
}

const places: Readonly<Record<TaskView['standing'], number>> = { overdue: 0, today: 1, upcoming: 2, undated: 3, done: 4 }

/** What is overdue first, a moment of today that has passed too; then the earliest day, then by when they were made. */
function byDue(a: PlacedTask, b: PlacedTask): number {
  const distance = places[a.standing] - places[b.standing]
  if (distance !== 0) return distance
  const [x, y] = [a.dueDay ?? '9999', b.dueDay ?? '9999']
  return x < y ? -1 : x > y ? 1 : a.task.createdAt - b.task.createdAt
}
