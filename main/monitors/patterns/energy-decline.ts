import type { Instant } from '../../domain/instant.ts'
import { addDays, localDayOf } from '../../domain/local-day.ts'
import type { PatternSettings } from '../../domain/settings.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Rule } from '../monitor.ts'

/** Readings that each week needs. */
export const minimumReadings = 4

const tolerance = 1e-9

/** Readiness of the last seven days (today and the six before) and of the seven before those. */
export function twoWeeks(snapshot: Snapshot, now: Instant): { readonly last: readonly number[]; readonly before: readonly number[] } {
  const today = localDayOf(now, snapshot.zone)
  const between = (from: string, to: string) =>
    snapshot.readings.filter(({ metric, day }) => metric === 'readiness' && day >= from && day <= to).map(({ value }) => value)
  return { last: between(addDays(today, -6), today), before: between(addDays(today, -13), addDays(today, -7)) }
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export const energyDecline: Rule<PatternSettings> = {
  name: 'energy_decline',
  check(snapshot, { thresholds }, now) {
    const { last, before } = twoWeeks(snapshot, now)
    const fewest = Math.min(last.length, before.length)
    if (fewest < minimumReadings) {
      return { rule: 'energy_decline', outcome: 'insufficient_data', detail: `${fewest} of ${minimumReadings} readings in a week` }
    }
    const [mean, meanBefore] = [meanOf(last), meanOf(before)]
    const decline = ((meanBefore - mean) / meanBefore) * 100
    if (!(decline >= thresholds.energy_decline_percent - tolerance)) return { rule: 'energy_decline', outcome: 'clear' }
    return {
      rule: 'energy_decline',
      outcome: 'firing',
      findings: [
        {
          key: 'pattern:energy_decline',
          monitor: 'patterns',
          rule: 'energy_decline',
          severity: 'high',
          title: `Readiness fell ${Math.round(decline)} % this week`,
          body: `Readiness fell from a mean of ${Math.round(meanBefore)} to ${Math.round(mean)} this week. Plan recovery before the next push.`,
          evidence: {
            mean_last_7_days: Math.round(mean * 10) / 10,
            mean_7_days_before: Math.round(meanBefore * 10) / 10,
            decline_percent: Math.round(decline * 10) / 10,
            threshold: thresholds.energy_decline_percent,
            readings: last.length + before.length,
          },
          members: [],
          subject: { kind: 'metric', id: 'readiness' },
        },
      ],
    }
  },
}
