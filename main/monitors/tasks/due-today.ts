import { counted, namesOf } from '../words.ts'
import { tasksDueOn } from './dated-tasks.ts'
import { hourRule } from './hour-rule.ts'

export const dueToday = hourRule('due_today', (snapshot, _settings, _now, { day, hour }) => {
  const tasks = tasksDueOn(snapshot, day)
  const [first] = tasks
  if (first === undefined) return []
  return [
    {
      key: `task:due_today:${day}:${hour}`,
      monitor: 'tasks',
      rule: 'due_today',
      severity: 'medium',
      title: `${counted(tasks.length, 'task')} due today`,
      body: `${namesOf(tasks.map(({ title }) => title))}. Due by the end of today.`,
      evidence: { count: tasks.length, day, tasks: tasks.map(({ title }) => title).slice(0, 20) },
      members: tasks.map(({ id }) => id),
      subject: tasks.length === 1 ? { kind: 'task', id: first.id } : null,
    },
  ]
})
