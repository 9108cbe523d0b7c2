import type { MetricName, Series } from '../../../shared/model/health.ts'
import type { Alert } from '../../domain/alert.ts'
import { addDays, type LocalDay } from '../../domain/local-day.ts'
import type { Reading } from '../../domain/reading.ts'
import type { HealthSettings } from '../../domain/settings.ts'

/** Days before the range that its means and the usual range need. */
export const leadDays = 60

const fewestForMean = 3
const fewestForUsual = 14

/** Means of the seven days ending on each day; a day with fewer than three of the seven measured has none. */
function weekMeans(readings: readonly Reading[], from: LocalDay): Series['weekMean'] {
  const means: { day: LocalDay; value: number }[] = []
  let first = 0
  let sum = 0
  readings.forEach((reading, index) => {
    sum += reading.value
    const weekStart = addDays(reading.day, -6)
    for (let oldest = readings[first]; oldest !== undefined && oldest.day < weekStart; oldest = readings[first]) {
      sum -= oldest.value
      first += 1
    }
    const count = index - first + 1
    if (count >= fewestForMean && reading.day >= from) means.push({ day: reading.day, value: Math.round((sum / count) * 100) / 100 })
  })
  return means
}

/** The middle 80 % of the days before the range ends: what is normal for this person, one bad night left aside. */
function usualRange(readings: readonly Reading[], to: LocalDay): Series['usual'] {
  const since = addDays(to, -leadDays)
  const values = readings
    .filter(({ day }) => day >= since)
    .map(({ value }) => value)
    .toSorted((a, b) => a - b)
  if (values.length < fewestForUsual) return null
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { low: at(0.1), high: at(0.9), mean: Math.round(mean * 100) / 100, days: values.length }
}

function pair(warning: number, critical: number): Series['thresholds'] {
  return [
    { label: 'warning', value: warning, severity: 'medium' },
    { label: 'critical', value: critical, severity: 'critical' },
  ]
}

function thresholdsOf(metric: MetricName, { thresholds: t }: HealthSettings): Series['thresholds'] {
  switch (metric) {
    case 'readiness':
      return pair(t.readiness_warning, t.readiness_critical)
    case 'sleep_hours':
      return pair(t.sleep_hours_warning, t.sleep_hours_critical)
    case 'stress_load':
      return pair(t.stress_high, t.stress_critical)
    case 'recovery_index':
      return pair(t.recovery_warning, t.recovery_critical)
    // HRV is judged against the nights before each night: it has no fixed line.
    case 'hrv_ms':
    case 'resting_heart_rate':
    case 'sleep_score':
    case 'activity_score':
    case 'steps':
      return []
  }
}

/** The alerts that each metric's rule opens name their day last: health:readiness:2026-01-20. */
export const ruleOfMetric: Readonly<Partial<Record<MetricName, string>>> = {
  readiness: 'readiness',
  sleep_hours: 'sleep',
  hrv_ms: 'hrv',
  stress_load: 'stress',
  recovery_index: 'recovery',
}

/** One metric over a range of days, with what is usual for its owner. `readings` begin `leadDays` before the range, oldest first. */
export function healthSeries(
  metric: MetricName,
  range: { readonly from: LocalDay; readonly to: LocalDay },
  readings: readonly Reading[],
  alerts: readonly Alert[],
  settings: HealthSettings,
): Series {
  return {
    metric,
    ...range,
    points: readings.filter(({ day }) => day >= range.from).map(({ day, value, source }) => ({ day, value, source })),
    weekMean: weekMeans(readings, range.from),
    usual: usualRange(readings, range.to),
    thresholds: thresholdsOf(metric, settings),
    alerts: alerts.map(({ id, key, severity, title }) => ({ day: key.slice(-10), id, severity, title })),
    newestReadAt: readings.reduce<number | null>((newest, { readAt }) => Math.max(newest ?? readAt, readAt), null),
  }
}
