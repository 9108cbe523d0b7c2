import { dueInstant } from '../../domain/due.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Instant } from '../../domain/instant.ts'
import { isLocalDay, type TimeZone } from '../../domain/local-day.ts'
import type { PatternSettings } from '../../domain/settings.ts'
import type { TaskEvent } from '../../domain/task.ts'
import type { Rule } from '../monitor.ts'
import { eventsOfLast } from './lookback.ts'

/** The moment that a due date, kept as it was given (a day or an ISO time), leaves time until. */
function lastMoment(text: string, zone: TimeZone): Instant {
  return dueInstant(isLocalDay(text) ? { kind: 'day', day: text } : { kind: 'moment', at: Date.parse(text) }, zone)
}

/** Its due date moved later; from a time to the end of the same day is later too. A first due date, or one taken away, is not a delay. */
export function isPutOff({ type, from, to }: TaskEvent, zone: TimeZone): boolean {
  return type === 'rescheduled' && from !== null && to !== null && lastMoment(to, zone) > lastMoment(from, zone)
}

/** The same task put off again and again. A task that is done or dropped cannot be acted on any more. */
export const procrastination: Rule<PatternSettings> = {
  name: 'procrastination',
  check(snapshot, { thresholds, lookback_days: days }, now) {
    const counts = new Map<string, number>()
    for (const event of eventsOfLast(days, snapshot, now)) {
      if (isPutOff(event, snapshot.zone)) counts.set(event.taskId, (counts.get(event.taskId) ?? 0) + 1)
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
