import type { Series } from '../../../shared/model/health.ts'
import { dayNumber, dayText } from './days.ts'

/** One value a day up to the end of the series; null where there is none. */
export function lastDays({ points, to }: Pick<Series, 'points' | 'to'>, days: number): readonly (number | null)[] {
  const last = dayNumber(to)
  const byDay = new Map(points.slice(-days).map(({ day, value }) => [day, value]))
  return Array.from({ length: days }, (_, index) => byDay.get(dayText(last - days + 1 + index)) ?? null)
}
