import type { ResolvedSettings } from '../config/resolve.ts'
import type { Instant } from '../domain/instant.ts'
import { addDays, instantAt, localDayOf } from '../domain/local-day.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Reading } from '../domain/reading.ts'
import type { MonitorSettings } from '../domain/settings.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { monitors } from '../monitors/registry.ts'
import type { Reader } from '../store/database.ts'
import { loadReadings } from '../store/readings.ts'

export type PreviewRequest = { readonly path: string; readonly value: number; readonly days: number }

/** Minutes since midnight at which a past day is judged: its readings are there by then. */
const judgedAt = 20 * 60

/** The settings with one health or pattern threshold replaced. Throws OperatorError `wrong_use` for another path. */
function withThreshold(settings: MonitorSettings, path: string, value: number): MonitorSettings {
  const [, monitor, , name] = /^monitors\.(health|patterns)\.(thresholds)\.(\w+)$/.exec(path) ?? []
  if ((monitor !== 'health' && monitor !== 'patterns') || name === undefined || !(name in settings[monitor].thresholds)) {
    throw new OperatorError('wrong_use', `${path} is no threshold that can be tried on past days.`)
  }
  return { ...settings, [monitor]: { ...settings[monitor], thresholds: { ...settings[monitor].thresholds, [name]: value } } }
}

/** The rule a threshold belongs to: its name begins with the rule's, as sleep_hours_warning does with sleep. */
function isOfRule(path: string, rule: string): boolean {
  return path.slice(path.lastIndexOf('.') + 1).startsWith(`${rule}_`)
}

/** How many findings the threshold's own rule would have had, one judgement a day. Rules that rest on readings alone. */
function countFindings(
  settings: MonitorSettings,
  monitor: 'health' | 'patterns',
  path: string,
  readings: readonly Reading[],
  days: readonly string[],
  zone: string,
): number {
  const keys = new Set<string>()
  for (const day of days) {
    const now = instantAt(day, judgedAt, zone)
    const since = addDays(day, -Math.max(31, settings.health.thresholds.hrv_baseline_nights + 1))
    const snapshot: Snapshot = {
      zone,
      readings: readings.filter((reading) => reading.day >= since && reading.day <= day),
      tasks: [],
      taskEvents: [],
      reportedProcrastination: new Map(),
      promises: [],
      usedSlots: new Set(),
      sources: [],
    }
    for (const evaluation of monitors[monitor].check(snapshot, settings, now)) {
      if (evaluation.outcome !== 'firing' || !isOfRule(path, evaluation.rule)) continue
      // A pattern's key carries no day: each day it holds counts once.
      for (const { key } of evaluation.findings) keys.add(monitor === 'patterns' ? `${key} ${day}` : key)
    }
  }
  return keys.size
}

/** What a threshold would have said over the last days, beside what it says as it is: both from the readings there are. */
export function previewThreshold(
  db: Reader,
  settings: ResolvedSettings,
  { path, value, days }: PreviewRequest,
  now: Instant,
): { readonly alerts: number; readonly now: number; readonly days: number } {
  const tried = withThreshold(settings.monitors, path, value)
  const today = localDayOf(now, settings.zone)
  const lead = Math.max(31, tried.health.thresholds.hrv_baseline_nights + 1)
  const readings = loadReadings(db, { from: addDays(today, -days - lead), to: today }).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const range = Array.from({ length: days }, (_, index) => addDays(today, index - days + 1))
  const monitor = path.startsWith('monitors.health.') ? 'health' : 'patterns'
  const count = (each: MonitorSettings) => countFindings(each, monitor, path, readings, range, settings.zone)
  return { alerts: count(tried), now: count(settings.monitors), days }
}
