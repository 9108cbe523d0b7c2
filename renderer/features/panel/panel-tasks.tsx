import { useFeature } from '../../app/services.tsx'
import { TickCircle } from '../../ui/tick-circle.tsx'
import { tasksStrings } from '../tasks/strings.ts'
import { panelStrings as words } from './strings.ts'

/** The tasks store stands on "today" here. */
export function PanelTasks() {
  const tasks = useFeature('tasks', (state) => state.tasks)
  const complete = useFeature('tasks', (state) => state.complete)
  const due = tasks.filter((task) => task.standing !== 'done').slice(0, 8)
  if (due.length === 0) return <p className="py-1 text-ink-2">{words.noTasks}</p>
  return (
    <ul>
      {due.map((task) => (
        <li key={task.id} className="flex min-h-8 items-center gap-2.5">
          <TickCircle label={tasksStrings.complete(task.title)} ticked={false} onToggle={() => void complete([task])} />
          <span className="min-w-0 flex-1 truncate">{task.title}</span>
          {task.client !== null && <span className="max-w-24 truncate text-s text-ink-3">{task.client}</span>}
        </li>
      ))}
    </ul>
  )
}
