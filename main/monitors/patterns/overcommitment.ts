import type { Instant } from '../../domain/instant.ts'
import type { PatternSettings } from '../../domain/settings.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Rule } from '../monitor.ts'
import { plainNumber } from '../words.ts'
import { eventsOfLast } from './lookback.ts'

/** Tasks (not events: a task reopened and done again is one) created and completed in the look-back. */
export function createdAndCompleted(
  snapshot: Snapshot,
  days: number,
  now: Instant,
): { readonly created: number; readonly completed: number } {
  const events = eventsOfLast(days, snapshot, now)
  const tasksWith = (type: 'created' | 'completed') =>
    new Set(events.filter((event) => event.type === type).map(({ taskId }) => taskId)).size
  return { created: tasksWith('created'), completed: tasksWith('completed') }
}

/** Created to completed; with nothing completed, the number created. */
export function commitmentRatio({ created, completed }: { readonly created: number; readonly completed: number }): number {
  return completed === 0 ? created : created / completed
}

export const overcommitment: Rule<PatternSettings> = {
  name: 'overcommitment',
  check(snapshot, { thresholds, lookback_days: days }, now) {
    const counts = createdAndCompleted(snapshot, days, now)
    if (counts.created < thresholds.overcommitment_minimum) {
      return {
        rule: 'overcommitment',
        outcome: 'insufficient_data',
        detail: `${counts.created} of ${thresholds.overcommitment_minimum} tasks created`,
      }
    }
    const ratio = commitmentRatio(counts)
    if (ratio <= thresholds.overcommitment_ratio) return { rule: 'overcommitment', outcome: 'clear' }
    const period = days === 7 ? 'this week' : `in ${days} days`
    return {
      rule: 'overcommitment',
      outcome: 'firing',
      findings: [
        {
          key: 'pattern:overcommitment',
          monitor: 'patterns',
          rule: 'overcommitment',
          severity: 'medium',
          title: `${plainNumber(ratio)} tasks taken on for each one done`,
          body: `${counts.created} tasks created, ${counts.completed} completed ${period}: ${plainNumber(ratio)} to 1, healthy is below ${plainNumber(thresholds.overcommitment_ratio)}.`,
          evidence: { ...counts, ratio: Math.round(ratio * 100) / 100, threshold: thresholds.overcommitment_ratio, days },
          members: [],
          subject: null,
        },
      ],
    }
  },
}
