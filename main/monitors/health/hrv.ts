import { addDays } from '../../domain/local-day.ts'
import type { HealthSettings } from '../../domain/settings.ts'
import type { Rule } from '../monitor.ts'
import { plainNumber } from '../words.ts'
import { ageInSeconds, freshReading } from './fresh-reading.ts'

/** Percent; a deviation this close to a threshold is at it, so that 51 against a mean of 60 is 15 % below on every machine. */
const tolerance = 1e-9

/** The night's average HRV against the mean of the nights before it; missing nights are missing, never zero. */
export const hrv: Rule<HealthSettings> = {
  name: 'hrv',
  check(snapshot, { thresholds }, now) {
    const reading = freshReading(snapshot, 'hrv_ms', now)
    if ('missing' in reading) return { rule: 'hrv', outcome: 'insufficient_data', detail: reading.missing }
    const firstDay = addDays(reading.day, -thresholds.hrv_baseline_nights)
    const nights = snapshot.readings.filter(({ metric, day }) => metric === 'hrv_ms' && day >= firstDay && day < reading.day)
    if (nights.length < thresholds.hrv_minimum_nights) {
      return { rule: 'hrv', outcome: 'insufficient_data', detail: `${nights.length} of ${thresholds.hrv_minimum_nights} nights` }
    }
    const mean = nights.reduce((sum, { value }) => sum + value, 0) / nights.length
    const deviation = ((reading.value - mean) / mean) * 100
    const atOrBelow = (threshold: number) => deviation <= threshold + tolerance
    const severity = atOrBelow(thresholds.hrv_critical_deviation)
      ? 'critical'
      : atOrBelow(thresholds.hrv_warning_deviation)
        ? 'medium'
        : null
    if (severity === null) return { rule: 'hrv', outcome: 'clear' }
    const below = `${Math.round(-deviation)} % below your ${thresholds.hrv_baseline_nights}-night mean of ${Math.round(mean)}`
    const level = severity === 'critical' ? 'very low' : 'low'
    return {
      rule: 'hrv',
      outcome: 'firing',
      findings: [
        {
          key: `health:hrv:${reading.day}`,
          monitor: 'health',
          rule: 'hrv',
          severity,
          title: `HRV is ${plainNumber(reading.value)} ms, ${level}`,
          body: `Your HRV is ${plainNumber(reading.value)} ms, ${below} (${level}). ${severity === 'critical' ? 'Rest today, and watch for illness.' : 'Keep training and evenings light.'}`,
          evidence: {
            value: reading.value,
            threshold: severity === 'critical' ? thresholds.hrv_critical_deviation : thresholds.hrv_warning_deviation,
            deviation_percent: Math.round(deviation * 10) / 10,
            baseline: Math.round(mean * 10) / 10,
            nights: nights.length,
            day: reading.day,
            source: reading.source,
            age_seconds: ageInSeconds(reading, now),
          },
          members: [],
          subject: { kind: 'metric', id: 'hrv_ms' },
        },
      ],
    }
  },
}
