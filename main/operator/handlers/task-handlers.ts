import type { Handlers, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { TaskView } from '../../../shared/model/task.ts'
import { dayLength } from '../../domain/instant.ts'
import type { Due } from '../../domain/due.ts'
import { localDayOf } from '../../domain/local-day.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import { isActive, type Task, type TaskEventType } from '../../domain/task.ts'
import { isPutOff } from '../../monitors/patterns/procrastination.ts'
import { appendJournal } from '../../store/journal.ts'
import { hasQueuedChange, tasksWithQueuedChange } from '../../store/remote-changes.ts'
import { appendTaskEvent, loadTaskEvents } from '../../store/task-events.ts'
import { findTask, insertTask, listTasks, updateTask } from '../../store/tasks.ts'
import { readDatePhrase, readTaskText } from '../read-task-text.ts'
import { queueTaskChange, sendTask } from '../sources/queue-task-change.ts'
import { ownersEntry, type HandlerTools } from './handler-tools.ts'
import { taskPage } from './task-page.ts'
import { dueText, placeTask, taskView, type PlacedTask } from './task-view.ts'

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
export function taskHandlers({ db, clock, ids, reserve, settings, changed }: HandlerTools): TaskHandlers {
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

  /** Tells tasks at length; what that takes is read once for all of them. */
  function tell(placed: readonly PlacedTask[]): TaskView[] {
    const [putOff, waiting] = [putOffCounts(), tasksWithQueuedChange(db)]
    return placed.map((each) => taskView(each, { putOff: putOff.get(each.task.id) ?? 0, pendingWrite: waiting.has(each.task.id) }))
  }

  function view(task: Task): TaskView {
    const [{ zone }, now] = [settings(), clock.now()]
    const placed = placeTask(task, { zone, today: localDayOf(now, zone), now })
    const waiting = hasQueuedChange(db, task.id)
    return taskView(placed, { putOff: putOffCounts().get(task.id) ?? 0, pendingWrite: waiting })
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
    return { task: view(after) }
  }

  function reschedule(id: string, due: Due | null) {
    const before = found(id)
    const [from, to] = [dueText(before.due), dueText(due)]
    if (from === to) return { task: view(before) }
    return save({ ...before, due, updatedAt: clock.now() }, 'rescheduled', { from, to })
  }

  return {
    'tasks:list': ({ search, ...wanted }) => {
      const statuses = wanted.view === 'done' ? (['completed', 'cancelled'] as const) : (['pending', 'in_progress', 'backlog'] as const)
      const page = taskPage(listTasks(db, { statuses, search }), { ...wanted, zone: settings().zone, now: clock.now() })
      return { ...page, tasks: tell(page.tasks) }
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
      if (before.status === 'completed') return { task: view(before) }
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
      return { task: view(task) }
    },
    'tasks:reopen': ({ id }) => {
      const before = found(id)
      if (isActive(before)) return { task: view(before) }
      return save({ ...before, status: 'pending', completedAt: null, updatedAt: clock.now() }, 'reopened')
    },
  }
}
