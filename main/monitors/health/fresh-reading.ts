import type { Instant } from '../../domain/instant.ts'
import { addDays, localDayOf } from '../../domain/local-day.ts'
import type { Metric, Reading } from '../../domain/reading.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

/** The newest reading of a metric, when its day is today or yesterday; else, in words, why there is nothing to judge. A day still to come is not judged. */
export function freshReading(snapshot: Snapshot, metric: Metric, now: Instant): Reading | { readonly missing: string } {
  const today = localDayOf(now, snapshot.zone)
  const newest = snapshot.readings.findLast((reading) => reading.metric === metric && reading.day <= today)
  if (newest === undefined) return { missing: '0 of 1 readings' }
  return newest.day >= addDays(today, -1) ? newest : { missing: `newest reading is of ${newest.day}` }
}

/** Seconds since the value was read. */
export function ageInSeconds(reading: Reading, now: Instant): number {
  return Math.max(0, Math.round((now - reading.readAt) / 1_000))
}
