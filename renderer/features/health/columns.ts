import type { Series } from '../../../shared/model/health.ts'
import { dayNumber } from './days.ts'

/** A series as a chart takes it: one place a day, null where there is no reading. Never zero for a missing night. */
export type Columns = {
  readonly days: readonly number[]
  readonly values: readonly (number | null)[]
  readonly means: readonly (number | null)[]
}

export function columnsOf(series: Series): Columns {
  const first = series.points[0]
  if (first === undefined) return { days: [], values: [], means: [] }
  const from = dayNumber(first.day)
  const to = dayNumber(series.to)
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const values: (number | null)[] = days.map(() => null)
  const means: (number | null)[] = days.map(() => null)
  for (const { day, value } of series.points) values[dayNumber(day) - from] = value
  for (const { day, value } of series.weekMean) {
    const at = dayNumber(day) - from
    if (at >= 0) means[at] = value
  }
  return { days, values, means }
}

/** Readings with none on either side: a line cannot show them, so they are drawn as points. */
export function isolated(values: readonly (number | null)[], from: number, to: number): number[] {
  const found: number[] = []
  for (let index = from; index <= to; index++) {
    if (values[index] !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null) found.push(index)
  }
  return found
}

/** The whole numbers between which everything lies that is to be seen, with a little air. */
export function valueRange(series: Series): readonly [number, number] {
  const seen = [
    ...series.points.map(({ value }) => value),
    ...series.thresholds.map(({ value }) => value),
    ...(series.usual === null ? [] : [series.usual.low, series.usual.high]),
  ]
  // Not Math.min(...seen): five years of arguments are many, and reduce has no limit.
  const low = seen.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const high = seen.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  if (low > high) return [0, 1]
  const air = Math.max((high - low) * 0.06, 0.5)
  return [Math.max(0, Math.floor(low - air)), Math.ceil(high + air)]
}
