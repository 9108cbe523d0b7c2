import { addDays } from '../../domain/local-day.ts'
import { counted, namesOf } from '../words.ts'
import { tasksDueOn } from './dated-tasks.ts'
import { hourRule } from './hour-rule.ts'

export const dueTomorrow = hourRule('due_tomorrow', (snapshot, _settings, _now, { day }) => {
  const tomorrow = addDays(day, 1)
  const tasks = tasksDueOn(snapshot, tomorrow)
  const [first] = tasks
  if (first === undefined) return []
  return [
    {
      key: `task:due_tomorrow:${tomorrow}`,
      monitor: 'tasks',
      rule: 'due_tomorrow',
      severity: 'low',
      title: `${counted(tasks.length, 'task')} due tomorrow`,
      body: `${namesOf(tasks.map(({ title }) => title))}. Make room for it in the morning.`,
      evidence: { count: tasks.length, day: tomorrow, tasks: tasks.map(({ title }) => title).slice(0, 20) },
      members: tasks.map(({ id }) => id),
      subject: tasks.length === 1 ? { kind: 'task', id: first.id } : null,
    },
  ]
})
