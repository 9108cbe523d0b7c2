import { dayLength, type Instant } from '../domain/instant.ts'
import { addDays, localDayOf, type TimeZone } from '../domain/local-day.ts'
import type { Reading } from '../domain/reading.ts'
import type { MonitorSettings } from '../domain/settings.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Reader } from '../store/database.ts'
import { loadUsedSlots } from '../store/hour-slots.ts'
import { loadOwedPromises } from '../store/promises.ts'
import { loadReadings, newestReading } from '../store/readings.ts'
import { loadTaskEvents } from '../store/task-events.ts'
import { loadSnapshotTasks } from '../store/tasks.ts'
import type { Gathered } from './source-set.ts'

/** Two weeks are compared, so two weeks are always needed. */
const fewestDays = 15

/** What the monitors may see at this moment, loaded with as little as their look-backs need: five years of readings cost no more than two months. */
export function loadSnapshot(
  db: Reader,
  settings: MonitorSettings,
  gathered: Pick<Gathered, 'reportedProcrastination' | 'states'>,
  zone: TimeZone,
  now: Instant,
): Snapshot {
  const today = localDayOf(now, zone)
  const days = Math.max(fewestDays, settings.health.thresholds.hrv_baseline_nights + 2, settings.patterns.thresholds.sleep_debt_nights + 2)
  const recent = loadReadings(db, { from: addDays(today, -days), to: today })
  const newest = recent.length > 0 ? undefined : newestReading(db)
  const eventsSince = now - (settings.patterns.lookback_days + 1) * dayLength
  return {
    zone,
    readings: [...(newest === undefined ? [] : [newest]), ...recent.toSorted(byDay)],
    tasks: loadSnapshotTasks(db, eventsSince),
    taskEvents: loadTaskEvents(db, eventsSince),
    reportedProcrastination: gathered.reportedProcrastination,
    promises: loadOwedPromises(db),
    usedSlots: loadUsedSlots(db, addDays(today, -1)),
    sources: gathered.states,
  }
}

function byDay(a: Reading, b: Reading): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}
