import { metricNames } from '../../shared/model/metric-name.ts'
import type { Instant } from './instant.ts'
import type { LocalDay } from './local-day.ts'

export { metricNames as importableMetrics }

/** `non_wear_hours` comes from the ring's own record only. */
export const metrics = [...metricNames, 'non_wear_hours'] as const

export type Metric = (typeof metrics)[number]

/** The range in which a value is believed; anything else is malformed, never stored. Units: scores and loads 0 to 100, ms, hours, beats a minute, steps. */
export const believable: Readonly<Record<Metric, readonly [number, number]>> = {
  readiness: [0, 100],
  recovery_index: [0, 100],
  hrv_ms: [1, 500],
  sleep_hours: [0, 24],
  stress_load: [0, 100],
  resting_heart_rate: [20, 250],
  sleep_score: [0, 100],
  activity_score: [0, 100],
  steps: [0, 200_000],
  non_wear_hours: [0, 24],
}

/** One value of one metric for one local day, from one source. */
export type Reading = {
  readonly metric: Metric
  readonly day: LocalDay
  readonly value: number
  /** Who said it: oura, oura_cache, oura_export, csv, sample. */
  readonly source: string
  readonly readAt: Instant
  /** For a derived value, the minutes it was derived from; null where the source does not say. */
  readonly basisMinutes: number | null
}

export function isBelievable(metric: Metric, value: number): boolean {
  const [least, most] = believable[metric]
  return Number.isFinite(value) && value >= least && value <= most
}
