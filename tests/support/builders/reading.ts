import { addDays } from '../../../main/domain/local-day.ts'
import type { Metric, Reading } from '../../../main/domain/reading.ts'

export function reading(metric: Metric, day: string, value: number, change: Partial<Reading> = {}): Reading {
  return { metric, day, value, source: 'csv', readAt: Date.parse(`${day}T13:00:00Z`), basisMinutes: null, ...change }
}

/** One reading a day ending with `lastDay`; null is a missing one. */
export function readings(metric: Metric, lastDay: string, values: readonly (number | null)[]): readonly Reading[] {
  return values.flatMap((value, index) => (value === null ? [] : [reading(metric, addDays(lastDay, index + 1 - values.length), value)]))
}
