import type { Handlers, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { TaskView } from '../../../shared/model/task.ts'
import { dayLength } from '../../domain/instant.ts'
import type { Due } from '../../domain/due.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import { isActive, type Task, type TaskEventType } from '../../domain/task.ts'
import { isPutOff } from '../../monitors/patterns/procrastination.ts'
import { appendJournal } from '../../store/journal.ts'
import { appendTaskEvent, loadTaskEvents } from '../../store/task-events.ts'
import { findTask, insertTask, listTasks, updateTask } from '../../store/tasks.ts'
import { readDatePhrase, readTaskText } from '../read-task-text.ts'
import { queueTaskChange, sendTask } from '../sources/queue-task-change.ts'
import { ownersEntry, type HandlerTools } from './handler-tools.ts'
import { dueText, taskView } from './task-view.ts'

type TaskHandlers = Pick<Handlers, Extract<keyof Handlers, `tasks:${string}`>>

type Edit = Omit<ParsedInputOf<'tasks:update'>, 'id'>

/** Only what was given; `undefined` leaves a field as it is. */
function given(edit: Edit): Partial<Task> {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
}

function eventOf(before: Task, after: Task): TaskEventType {
  if (after.status === before.status) return 'edited'
  switch (after.status) {
    case 'completed':
      return 'completed'
    case 'cancelled':
      return 'cancelled'
    case 'in_progress':
      return 'started'
    case 'pending':
    case 'backlog':
      return isActive(before) ? 'edited' : 'reopened'
  }
}

/** Tasks: every change is an event, and events are what the pattern rules count. */
export function taskHandlers(
  { db, clock, ids, reserve, settings, changed }: HandlerTools,
  isPending: (taskId: string) => boolean,
): TaskHandlers {
  function found(id: string): Task {
    const task = findTask(db, id)
    if (task === undefined) throw new OperatorError('not_found', `There is no task ${id}. \`thanos task list\` shows the ids.`)
    return task
  }

  function putOffCounts(): ReadonlyMap<string, number> {
    const { zone } = settings()
    const counts = new Map<string, number>()
    for (const event of loadTaskEvents(db, clock.now() - 7 * dayLength)) {
      if (isPutOff(event, zone)) counts.set(event.taskId, (counts.get(event.taskId) ?? 0) + 1)
    }
    return counts
  }

  function view(task: Task, putOff: ReadonlyMap<string, number>): TaskView {
    const { zone } = settings()
    return taskView(task, { zone, now: clock.now(), putOff: putOff.get(task.id) ?? 0, pendingWrite: isPending(task.id) })
  }

  function save(
    after: Task,
    type: TaskEventType,
    change: { readonly from: string | null; readonly to: string | null } = { from: null, to: null },
  ) {
    const at = clock.now()
    reserve.spend(() =>
      db.transaction(() => {
        if (type === 'created') insertTask(db, after)
        else updateTask(db, after)
        appendTaskEvent(db, { taskId: after.id, type, at, ...change })
        queueTaskChange(db, after, type, at)
        appendJournal(db, [ownersEntry(at, `task_${type}`, `${after.title}: ${type}`, { task: after.id, ...change })])
      }),
    )
    changed(['tasks', 'journal'])
    return { task: view(after, putOffCounts()) }
  }

  function reschedule(id: string, due: Due | null) {
    const before = found(id)
    const [from, to] = [dueText(before.due), dueText(due)]
    if (from === to) return { task: view(before, putOffCounts()) }
    return save({ ...before, due, updatedAt: clock.now() }, 'rescheduled', { from, to })
  }

  return {
    'tasks:list': ({ view: wanted, search, limit }) => {
      const statuses = wanted === 'done' ? (['completed', 'cancelled'] as const) : (['pending', 'in_progress', 'backlog'] as const)
      const putOff = putOffCounts()
      const all = listTasks(db, { statuses, search }).map((task) => view(task, putOff))
      const of = (standing: TaskView['standing']) => all.filter((task) => task.standing === standing)
      const overdue = of('overdue')
      const chosen = wanted === 'all' || wanted === 'done' ? all : wanted === 'today' ? [...overdue, ...of('today')] : of(wanted)
      return {
        tasks: chosen.toSorted(byDue).slice(0, limit),
        counts: { today: overdue.length + of('today').length, overdue: overdue.length, upcoming: of('upcoming').length, all: all.length },
      }
    },
    'tasks:add': async ({ text, due, client, priority }) => {
      const now = clock.now()
      const read = await readTaskText(text, { zone: settings().zone, now })
      return save(
        {
          id: ids.next('t'),
          title: read.title,
          notes: null,
          status: 'pending',
          priority: priority === undefined ? read.priority : priority,
          due: due === undefined ? read.due : due,
          plannedDay: null,
          client: client ?? null,
          effortMinutes: null,
          drain: null,
          source: 'local',
          sourceId: null,
          createdAt: now,
          updatedAt: now,
          completedAt: null,
        },
        'created',
      )
    },
    'tasks:update': ({ id, ...edit }) => {
      const before = found(id)
      const merged = { ...before, ...given(edit), updatedAt: clock.now() }
      const completedAt = merged.status !== 'completed' ? null : (before.completedAt ?? clock.now())
      const after = { ...merged, completedAt }
      return save(after, eventOf(before, after))
    },
    'tasks:reschedule': async ({ id, due, phrase }) => {
      if (due !== undefined) return reschedule(id, due)
      if (phrase === undefined) throw new OperatorError('wrong_use', 'Say when: a date such as 2026-01-20, or words such as "next friday".')
      return reschedule(id, await readDatePhrase(phrase, { zone: settings().zone, now: clock.now() }))
    },
    'tasks:complete': ({ id }) => {
      const before = found(id)
      if (before.status === 'completed') return { task: view(before, putOffCounts()) }
      const now = clock.now()
      return save({ ...before, status: 'completed', completedAt: now, updatedAt: now }, 'completed')
    },
    'tasks:send': ({ id }) => {
      const task = found(id)
      if (task.sourceId !== null) throw new OperatorError('refused', `${task.title} is in the tasks database already.`)
      if (task.source === 'sample') throw new OperatorError('refused', 'Sample data stays here.')
      const at = clock.now()
      db.transaction(() => {
        if (sendTask(db, task, at))
          appendJournal(db, [ownersEntry(at, 'task_sent', `${task.title}: on its way to the tasks database`, { task: id })])
      })
      changed(['tasks', 'journal'])
      return { task: view(task, putOffCounts()) }
    },
    'tasks:reopen': ({ id }) => {
      const before = found(id)
      if (isActive(before)) return { task: view(before, putOffCounts()) }
      return save({ ...before, status: 'pending', completedAt: null, updatedAt: clock.now() }, 'reopened')
    },
  }
}

const standings: readonly TaskView['standing'][] = ['overdue', 'today', 'upcoming', 'undated', 'done']

/** What is overdue first, a moment of today that has passed too; then the earliest day, then by when they were made. */
function byDue(a: TaskView, b: TaskView): number {
  const distance = standings.indexOf(a.standing) - standings.indexOf(b.standing)
  if (distance !== 0) return distance
  const [x, y] = [a.dueDay ?? '9999', b.dueDay ?? '9999']
  return x < y ? -1 : x > y ? 1 : a.createdAt - b.createdAt
}
