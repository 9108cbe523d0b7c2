import { isLocalDay } from '../../domain/local-day.ts'
import { believable, importableMetrics, isBelievable, type Metric, type Reading } from '../../domain/reading.ts'
import { parseCsvLine } from './csv-line.ts'
import type { Skipped } from './skipped.ts'

export type ParsedHealth = {
  readonly readings: readonly Omit<Reading, 'readAt'>[]
  readonly read: number
  readonly skipped: readonly Skipped[]
}

const columns = ['day', 'metric', 'value'] as const

/** Where day, metric and value stand, and what parts the columns; undefined when the first line is not such a header. */
export function healthCsvHeader(
  text: string,
): { readonly separator: string; readonly places: readonly [number, number, number] } | undefined {
  const header = firstLine(text)
  for (const separator of [',', ';', '\t']) {
    const names = header.split(separator).map((name) => name.trim().replaceAll('"', '').toLowerCase())
    const [day, metric, value] = columns.map((column) => names.indexOf(column))
    if (day !== undefined && metric !== undefined && value !== undefined && Math.min(day, metric, value) >= 0)
      return { separator, places: [day, metric, value] }
  }
  return undefined
}

/**
 * `day,metric,value` under a header. A line that cannot be read is skipped with its number and the reason. Each line is parsed by itself:
 * no field has a line break, and one stray quote must not swallow the lines after it. Of two lines for one metric and day the later counts.
 */
export function parseHealthCsv(text: string, source: string): ParsedHealth {
  const header = healthCsvHeader(text)
  const readings = new Map<string, Omit<Reading, 'readAt'>>()
  const skipped: Skipped[] = []
  let read = 0
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (index === 0 || !header || content.trim() === '') continue
    read += 1
    const result = readLine(content, header.separator, header.places)
    if (typeof result === 'string') skipped.push({ line: index + 1, reason: result })
    else readings.set(`${result.metric} ${result.day}`, { ...result, source, basisMinutes: null })
  }
  return { readings: [...readings.values()], read, skipped }
}

type LineReading = { readonly metric: Metric; readonly day: string; readonly value: number }

/** The reading, or in words why there is none. */
function readLine(content: string, separator: string, places: readonly [number, number, number]): LineReading | string {
  const fields = parseCsvLine(content, separator)
  if (!fields) return 'the quotes do not match'
  const [day, metricName, valueText] = places.map((place) => fields[place]?.trim())
  if (day === undefined || metricName === undefined || valueText === undefined) return 'expected day, metric and value'
  if (!isLocalDay(day)) return `"${day}" is not a day written YYYY-MM-DD`
  const metric = importableMetrics.find((known) => known === metricName.toLowerCase())
  if (!metric) return `"${metricName}" is no metric; known are ${importableMetrics.join(', ')}`
  if (valueText === '') return `${metric} has no value`
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(valueText) ? Number(valueText) : Number.NaN
  if (Number.isNaN(value)) return `"${valueText}" is not a number`
  return isBelievable(metric, value) ? { metric, day, value } : `${metric} ${valueText} is outside ${believable[metric].join(' to ')}`
}

export function firstLine(text: string): string {
  return text.slice(0, text.search(/[\r\n]|$/))
}
