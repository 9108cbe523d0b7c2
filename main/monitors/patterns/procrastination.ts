import type { Finding } from '../../domain/finding.ts'
import type { PatternSettings } from '../../domain/settings.ts'
import type { TaskEvent } from '../../domain/task.ts'
import type { Rule } from '../monitor.ts'
import { eventsOfLast } from './lookback.ts'

/** Both sides are days or ISO times; the day decides, and within one day the time. A first due date is not a delay. */
export function isPutOff({ type, from, to }: TaskEvent): boolean {
  if (type !== 'rescheduled' || from === null || to === null) return false
  if (from.length > 10 && to.length > 10) return Date.parse(to) > Date.parse(from)
  return to.slice(0, 10) > from.slice(0, 10)
}

/** The same task put off again and again. A task that is done or dropped cannot be acted on any more. */
export const procrastination: Rule<PatternSettings> = {
  name: 'procrastination',
  check(snapshot, { thresholds, lookback_days: days }, now) {
    const counts = new Map<string, number>()
    for (const event of eventsOfLast(days, snapshot, now)) {
      if (isPutOff(event)) counts.set(event.taskId, (counts.get(event.taskId) ?? 0) + 1)
    }
    const findings = snapshot.tasks.flatMap((task): Finding[] => {
      if (task.status === 'completed' || task.status === 'cancelled') return []
      const times = (counts.get(task.id) ?? 0) + (snapshot.reportedProcrastination.get(task.title) ?? 0)
      if (times < thresholds.procrastination_count) return []
      return [
        {
          key: `pattern:procrastination:${task.id}`,
          monitor: 'patterns',
          rule: 'procrastination',
          severity: 'medium',
          title: `"${task.title}" was moved ${times} times`,
          body: `You have moved "${task.title}" ${times} times ${days === 7 ? 'this week' : `in ${days} days`}. Block time for it now?`,
          evidence: { task: task.title, count: times, threshold: thresholds.procrastination_count, days },
          members: [],
          subject: { kind: 'task', id: task.id },
        },
      ]
    })
    return findings.length > 0 ? { rule: 'procrastination', outcome: 'firing', findings } : { rule: 'procrastination', outcome: 'clear' }
  },
}
