import type { Instant } from '../../domain/instant.ts'
import { endOfDay, localDayOf, startOfDay } from '../../domain/local-day.ts'
import type { PatternSettings } from '../../domain/settings.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Rule } from '../monitor.ts'
import { namesOf } from '../words.ts'

/** The clients whose tasks were touched today, in the order of first touch. */
export function clientsToday(snapshot: Snapshot, now: Instant): readonly string[] {
  const day = localDayOf(now, snapshot.zone)
  const [start, end] = [startOfDay(day, snapshot.zone), endOfDay(day, snapshot.zone)]
  const touched = snapshot.taskEvents.filter(({ at }) => at >= start && at < end && at <= now).map(({ taskId }) => taskId)
  const isTouched = new Set(touched)
  const clientOf = new Map(snapshot.tasks.filter(({ id }) => isTouched.has(id)).map(({ id, client }) => [id, client]))
  return [...new Set(touched.flatMap((id) => clientOf.get(id) ?? []))]
}

export const contextSwitching: Rule<PatternSettings> = {
  name: 'context_switching',
  check(snapshot, { thresholds }, now) {
    const clients = clientsToday(snapshot, now)
    if (clients.length < thresholds.context_switching_clients) return { rule: 'context_switching', outcome: 'clear' }
    const day = localDayOf(now, snapshot.zone)
    return {
      rule: 'context_switching',
      outcome: 'firing',
      findings: [
        {
          key: `pattern:context_switching:${day}`,
          monitor: 'patterns',
          rule: 'context_switching',
          severity: 'low',
          title: `${clients.length} clients in one day`,
          body: `You worked for ${namesOf(clients)} today. Fewer switches tomorrow would give each more of you.`,
          evidence: { count: clients.length, threshold: thresholds.context_switching_clients, clients, day },
          members: [],
          subject: null,
        },
      ],
    }
  },
}
