import { memo } from 'react'
import { Clock3 } from 'lucide-react'
import type { TaskView } from '../../../shared/model/task.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { classNames } from '../../ui/class-names.ts'
import { TickCircle } from '../../ui/tick-circle.tsx'
import { dueWords } from './due-words.ts'
import { MoveMenu } from './move-menu.tsx'
import { tasksStrings as words } from './strings.ts'

/** Where the focus returns to when the task's pane closes. */
export function taskButtonId(taskId: string): string {
  return `task-${taskId}`
}

/** Drawn again only when it changes itself: a list of ten thousand scrolls past. */
export const TaskRow = memo(function TaskRow({
  task,
  focused,
  moving,
  onMoving,
}: {
  readonly task: TaskView
  readonly focused: boolean
  readonly moving: boolean
  readonly onMoving: (id: string | null) => void
}) {
  const complete = useFeature('tasks', (state) => state.complete)
  const reopen = useFeature('tasks', (state) => state.reopen)
  const focus = useFeature('tasks', (state) => state.focus)
  const go = useFeature('router', (router) => router.go)
  const done = task.standing === 'done'
  return (
    <div className={classNames('flex h-full items-center gap-2.5 rounded-row px-3', focused ? 'bg-accent-soft' : 'hover:bg-sunken')}>
      <TickCircle
        label={done ? words.reopen(task.title) : words.complete(task.title)}
        ticked={done}
        onToggle={() => void (done ? reopen(task) : complete([task]))}
      />
      <button
        type="button"
        id={taskButtonId(task.id)}
        data-row-focus
        onFocus={() => focus(task.id)}
        onClick={() => go('tasks', task.id)}
        className="flex h-full min-w-0 flex-1 items-center gap-2 text-left -outline-offset-2!"
      >
        <span className={classNames('truncate', done ? 'text-ink-3 line-through' : 'font-medium tracking-[-0.005em]')}>{task.title}</span>
        {task.pendingWrite && (
          <span title={words.pending} className="shrink-0 text-ink-3">
            <Clock3 role="img" aria-label={words.pending} className="size-3.5" />
          </span>
        )}
        {task.putOff > 1 && (
          <span title={words.putOffWhen(task.putOff)} className="shrink-0 text-s text-high">
            {words.putOff(task.putOff)}
          </span>
        )}
        <span className="ml-auto flex shrink-0 items-center gap-3 text-s text-ink-3 @max-[40rem]/main:hidden">
          {task.effortMinutes !== null && <span>{words.effort(task.effortMinutes)}</span>}
          <span className={classNames('w-5 text-right uppercase', task.priority === 'p0' && 'font-medium text-ink')}>{task.priority}</span>
          <span className="w-24 truncate">{task.client}</span>
        </span>
      </button>
      {!done && <DueButton task={task} moving={moving} onMoving={(open) => onMoving(open ? task.id : null)} />}
    </div>
  )
})

function DueButton({
  task,
  moving,
  onMoving,
}: {
  readonly task: TaskView
  readonly moving: boolean
  readonly onMoving: (open: boolean) => void
}) {
  const go = useFeature('router', (router) => router.go)
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const due = task.due === null || task.dueDay === null ? words.noDate : dueWords(task.due, task.dueDay, today, formats)
  return (
    <MoveMenu
      tasks={[task]}
      open={moving}
      onOpenChange={onMoving}
      onOther={() => go('tasks', task.id)}
      trigger={
        <button
          type="button"
          aria-label={`${words.moveTask(task.title)}, ${due}`}
          title={task.dueDay === null ? undefined : formats.fullDay(task.dueDay)}
          className={classNames(
            'min-h-6 w-24 shrink-0 truncate rounded-control px-1.5 text-right text-s hover:bg-line',
            task.standing === 'overdue' ? 'font-medium text-critical' : 'text-ink-2',
            task.due === null && 'text-ink-3',
          )}
        >
          {due}
        </button>
      }
    />
  )
}
