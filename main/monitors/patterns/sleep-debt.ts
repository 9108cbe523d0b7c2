import type { Instant } from '../../domain/instant.ts'
import { addDays, localDayOf } from '../../domain/local-day.ts'
import type { Reading } from '../../domain/reading.ts'
import type { PatternSettings } from '../../domain/settings.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Rule } from '../monitor.ts'
import { counted, namesOf, plainNumber } from '../words.ts'

/** The unbroken run of nights that ends with the newest one (today's or yesterday's), newest first. A missing night ends the run. */
export function nightsInARow(snapshot: Snapshot, now: Instant): readonly Reading[] {
  const today = localDayOf(now, snapshot.zone)
  const nights = new Map(snapshot.readings.filter(({ metric }) => metric === 'sleep_hours').map((reading) => [reading.day, reading]))
  const run: Reading[] = []
  let day = nights.has(today) ? today : addDays(today, -1)
  for (let night = nights.get(day); night !== undefined; night = nights.get(day)) {
    run.push(night)
    day = addDays(day, -1)
  }
  return run
}

/** The last nights, each too short. */
export const sleepDebt: Rule<PatternSettings> = {
  name: 'sleep_debt',
  check(snapshot, { thresholds }, now) {
    const run = nightsInARow(snapshot, now)
    if (run.length < thresholds.sleep_debt_nights) {
      return {
        rule: 'sleep_debt',
        outcome: 'insufficient_data',
        detail: `${run.length} of ${thresholds.sleep_debt_nights} nights in a row`,
      }
    }
    const firstEnough = run.findIndex(({ value }) => value >= thresholds.sleep_debt_hours)
    const short = firstEnough === -1 ? run : run.slice(0, firstEnough)
    if (short.length < thresholds.sleep_debt_nights) return { rule: 'sleep_debt', outcome: 'clear' }
    const hours = short.map(({ value }) => plainNumber(value)).toReversed()
    return {
      rule: 'sleep_debt',
      outcome: 'firing',
      findings: [
        {
          key: 'pattern:sleep_debt',
          monitor: 'patterns',
          rule: 'sleep_debt',
          severity: 'high',
          title: `${counted(short.length, 'short night')} in a row`,
          body: `You slept ${namesOf(hours.slice(-5))} hours, each below ${plainNumber(thresholds.sleep_debt_hours)}. Protect tonight.`,
          evidence: {
            nights: short.length,
            hours: short.map(({ value }) => value).toReversed(),
            threshold: thresholds.sleep_debt_hours,
            from: short.at(-1)?.day ?? null,
            to: short[0]?.day ?? null,
          },
          members: [],
          subject: { kind: 'metric', id: 'sleep_hours' },
        },
      ],
    }
  },
}
