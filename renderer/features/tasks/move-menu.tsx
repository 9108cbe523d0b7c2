import type { ReactNode } from 'react'
import type { TaskView } from '../../../shared/model/task.ts'
import { useFeature } from '../../app/services.tsx'
import { addDays, daysToMonday } from '../../app/snooze-times.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { tasksStrings as words } from './strings.ts'

/** Another date for one task or several. */
export function MoveMenu({
  tasks,
  trigger,
  open,
  onOpenChange,
  onOther,
}: {
  readonly tasks: readonly TaskView[]
  readonly trigger: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** A date in words, typed elsewhere. */
  readonly onOther?: () => void
}) {
  const reschedule = useFeature('tasks', (state) => state.reschedule)
  const refuse = useFeature('undo', (state) => state.refuse)
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const move = async (day: string | null) => {
    const refused = await reschedule(tasks, { due: day === null ? null : { kind: 'day', day } })
    if (refused !== null) refuse(new Error(refused))
  }
  const choice = (label: string, day: string) => (
    <MenuItem onSelect={() => void move(day)} detail={formats.shortDay(day, today)}>
      {label}
    </MenuItem>
  )
  return (
    <Menu align="end" trigger={trigger} {...(open === undefined ? {} : { open })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      {choice(words.moveTo.today, today)}
      {choice(words.moveTo.tomorrow, addDays(today, 1))}
      {choice(words.moveTo.nextMonday, addDays(today, daysToMonday(today)))}
      {choice(words.moveTo.nextWeek, addDays(today, 7))}
      <MenuLine />
      <MenuItem onSelect={() => void move(null)}>{words.moveTo.none}</MenuItem>
      {onOther !== undefined && <MenuItem onSelect={onOther}>{words.movePhrase}</MenuItem>}
    </Menu>
  )
}
