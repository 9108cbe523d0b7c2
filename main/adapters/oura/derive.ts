import type { LocalDay } from '../../domain/local-day.ts'
import { believable, isBelievable, type Metric, type Reading } from '../../domain/reading.ts'
import type { ActivityDocument, DailySleepDocument, OuraDocuments, ReadinessDocument, SleepDocument, StressDocument } from './documents.ts'

export type DerivedReading = Omit<Reading, 'readAt'>

type Value = { readonly metric: Metric; readonly day: LocalDay; readonly value: number | null | undefined; readonly basisMinutes?: number }

/**
 * Readings out of Oura's documents, one a metric and day, and a warning for each value outside the believable range.
 * Documents out of order or given twice make no difference, except that of two documents of one day the later one wins.
 */
export function deriveReadings(
  documents: OuraDocuments,
  source: string,
): { readonly readings: readonly DerivedReading[]; readonly warnings: readonly string[] } {
  const values = [
    ...documents.daily_readiness.flatMap(readinessValues),
    ...documents.daily_sleep.flatMap(dailySleepValues),
    ...sleepValues(documents.sleep),
    ...documents.daily_stress.flatMap(stressValues),
    ...documents.daily_activity.flatMap(activityValues),
  ]
  const readings = new Map<string, DerivedReading>()
  const warnings: string[] = []
  for (const { metric, day, value, basisMinutes } of values) {
    if (value === null || value === undefined) continue
    if (isBelievable(metric, value)) readings.set(`${metric} ${day}`, { metric, day, value, source, basisMinutes: basisMinutes ?? null })
    else warnings.push(`${metric} ${value} on ${day} is outside ${believable[metric].join(' to ')} and was left out.`)
  }
  return { readings: [...readings.values()], warnings }
}

function readinessValues({ day, score, contributors }: ReadinessDocument): readonly Value[] {
  return [
    { metric: 'readiness', day, value: score },
    { metric: 'recovery_index', day, value: contributors?.recovery_index },
  ]
}

function dailySleepValues({ day, score }: DailySleepDocument): readonly Value[] {
  return [{ metric: 'sleep_score', day, value: score }]
}

/**
 * Oura's own words for the two types left out: `deleted` is sleep deleted by the user, `rest` is falsely detected sleep that the user
 * rejected when asked. Neither is sleep.
 */
const notSleep: ReadonlySet<string | null | undefined> = new Set(['deleted', 'rest'])

/** Hours asleep are all sleep periods of a day added up; HRV and lowest heart rate are those of the (longest) `long_sleep`. */
function sleepValues(periods: readonly SleepDocument[]): readonly Value[] {
  const days = new Map<LocalDay, SleepDocument[]>()
  for (const period of withoutRepeats(periods)) {
    if (notSleep.has(period.type)) continue
    const ofDay = days.get(period.day)
    if (ofDay) ofDay.push(period)
    else days.set(period.day, [period])
  }
  return [...days].flatMap(([day, ofDay]) => {
    const durations = ofDay.flatMap(({ total_sleep_duration: seconds }) => (typeof seconds === 'number' ? [seconds] : []))
    const asleep = durations.length === 0 ? null : durations.reduce((sum, seconds) => sum + seconds, 0) / 3600
    const night = ofDay
      .filter(({ type }) => type === 'long_sleep')
      .toSorted((a, b) => (b.total_sleep_duration ?? 0) - (a.total_sleep_duration ?? 0))[0]
    return [
      { metric: 'sleep_hours', day, value: asleep },
      { metric: 'hrv_ms', day, value: night?.average_hrv },
      { metric: 'resting_heart_rate', day, value: night?.lowest_heart_rate },
    ] satisfies Value[]
  })
}

/** A period met twice (pages that overlap, a file beside its copy) must not be slept twice; the later word on it counts. */
function withoutRepeats(periods: readonly SleepDocument[]): readonly SleepDocument[] {
  const known = new Map<unknown, SleepDocument>()
  for (const period of periods) known.set(period.id ?? period, period)
  return [...known.values()]
}

/** Stress load does not exist at Oura; it is the share of stressed time in the time that was clearly stressed or clearly restful, 0 to 100. */
function stressValues({ day, stress_high: stressed, recovery_high: restful }: StressDocument): readonly Value[] {
  if (typeof stressed !== 'number' || typeof restful !== 'number') return []
  const seconds = stressed + restful
  return seconds > 0 ? [{ metric: 'stress_load', day, value: (100 * stressed) / seconds, basisMinutes: seconds / 60 }] : []
}

function activityValues({ day, score, steps, non_wear_time: notWorn }: ActivityDocument): readonly Value[] {
  return [
    { metric: 'activity_score', day, value: score },
    { metric: 'steps', day, value: steps },
    { metric: 'non_wear_hours', day, value: typeof notWorn === 'number' ? notWorn / 3600 : null },
  ]
}
