import type { Series } from '../../../shared/model/health.ts'
import type { Formats } from '../../app/formats.ts'
import { dayNumber } from './days.ts'
import { healthStrings as words, metricWords } from './strings.ts'

/** How a value stands against the person's own usual. */
export function comparison(value: number, usual: number | null, digits: number, formats: Formats): string {
  if (usual === null) return words.noUsual
  const say = (one: number) => formats.number(one, digits)
  const difference = say(Math.abs(value - usual))
  if (difference === say(0)) return words.same(say(usual))
  return value < usual ? words.under(difference, say(usual)) : words.over(difference, say(usual))
}

export type Window = { readonly from: number; readonly to: number }

/** What the chart shows, in sentences: for those who do not see it, and for those who would rather read. */
export function summarize(series: Series, window: Window, formats: Formats): string {
  const { digits } = metricWords[series.metric]
  const say = (value: number) => formats.number(value, digits)
  const inside = ({ day }: { readonly day: string }) => dayNumber(day) >= window.from && dayNumber(day) <= window.to
  const values = series.points.filter(inside).map(({ value }) => value)
  if (values.length === 0) return words.noPoints
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const low = values.reduce((least, value) => Math.min(least, value))
  const high = values.reduce((most, value) => Math.max(most, value))
  const alerts = series.alerts.filter(inside).length
  return [words.summary(say(mean), say(low), say(high)), ...(alerts === 0 ? [] : [words.alertCount(alerts)])].join(' ')
}

/** How many days of the window there are, and how many of them were measured. */
export function measured(series: Series, window: Window): { readonly days: number; readonly measured: number } {
  const from = Math.ceil(window.from)
  const to = Math.floor(window.to)
  const count = series.points.filter(({ day }) => dayNumber(day) >= from && dayNumber(day) <= to).length
  return { days: to - from + 1, measured: count }
}
