import { localDayOf } from '../../domain/local-day.ts'
import type { TaskSettings } from '../../domain/settings.ts'
import type { Rule } from '../monitor.ts'
import { counted, namesOf } from '../words.ts'
import { overdueTasks } from './dated-tasks.ts'

/** One alert naming every overdue task; a task that joins it notifies again. */
export const overdue: Rule<TaskSettings> = {
  name: 'overdue',
  check(snapshot, _settings, now) {
    const late = overdueTasks(snapshot, localDayOf(now, snapshot.zone), now)
    const oldest = late[0]
    if (oldest === undefined) return { rule: 'overdue', outcome: 'clear' }
    return {
      rule: 'overdue',
      outcome: 'firing',
      findings: [
        {
          key: 'task:overdue',
          monitor: 'tasks',
          rule: 'overdue',
          severity: 'high',
          title: `${counted(late.length, 'task')} ${late.length === 1 ? 'is' : 'are'} overdue`,
          body: `${namesOf(late.map(({ title }) => title))}. Do the oldest now, or give it a new date.`,
          evidence: { count: late.length, oldest: oldest.title, tasks: late.map(({ title }) => title).slice(0, 20) },
          members: late.map(({ id }) => id),
          subject: late.length === 1 ? { kind: 'task', id: oldest.id } : null,
        },
      ],
    }
  },
}
