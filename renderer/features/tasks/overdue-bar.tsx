import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { MoveMenu } from './move-menu.tsx'
import { tasksStrings as words } from './strings.ts'

/** What can be done with all that is overdue at once. Only where it is all listed, so that nothing unseen is moved. */
export function OverdueBar() {
  const tasks = useFeature('tasks', (state) => state.tasks)
  const shown = useFeature('tasks', (state) => state.tab === 'overdue' && state.next === null)
  const complete = useFeature('tasks', (state) => state.complete)
  const overdue = tasks.filter((task) => task.standing === 'overdue')
  if (!shown || overdue.length < 2) return null
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-high-soft px-5 py-2">
      <p className="mr-auto">{words.overdueBar(overdue.length)}</p>
      <MoveMenu tasks={overdue} trigger={<Button size="s">{words.moveAll}</Button>} />
      <Button size="s" onClick={() => void complete(overdue)}>
        {words.completeAll}
      </Button>
    </div>
  )
}
