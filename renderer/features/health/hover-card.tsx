import type { Series } from '../../../shared/model/health.ts'
import type { Formats } from '../../app/formats.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import type { Columns } from './columns.ts'
import { dayText } from './days.ts'
import { healthStrings as words, metricWords } from './strings.ts'

type Reading = {
  readonly day: string
  readonly value: string
  readonly mean: string | null
  readonly alert: Series['alerts'][number] | undefined
}

function readingAt(series: Series, columns: Columns, index: number, formats: Formats): Reading {
  const { digits, unit } = metricWords[series.metric]
  const day = dayText(columns.days[index] ?? 0)
  const value = columns.values[index] ?? null
  const mean = columns.means[index] ?? null
  return {
    day: formats.fullDay(day),
    value: value === null ? words.missing : `${formats.number(value, digits)} ${unit}`.trim(),
    mean: mean === null ? null : words.mean(formats.number(mean, Math.max(1, digits))),
    alert: series.alerts.find((alert) => alert.day === day),
  }
}

/** One day in words. */
export function hoverWords(series: Series, columns: Columns, index: number, formats: Formats): string {
  const { day, value, mean, alert } = readingAt(series, columns, index, formats)
  return [`${day}: ${value}`, mean, alert?.title].filter((part) => part !== null && part !== undefined).join(', ')
}

/** The values of the day under the pointer. It says nothing to a screen reader: the slider's own text does. */
export function HoverCard({
  series,
  columns,
  index,
  left,
}: {
  readonly series: Series
  readonly columns: Columns
  readonly index: number
  readonly left: number
}) {
  const formats = useFormats()
  const { day, value, mean, alert } = readingAt(series, columns, index, formats)
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-1 z-10 w-max max-w-56 rounded-row border border-line bg-raised px-2.5 py-1.5 text-s shadow-2"
      style={{
        left: `clamp(2.5rem, ${left}px, calc(100% - 0.5rem))`,
        transform: `translateX(${left > 240 ? 'calc(-100% - 12px)' : '12px'})`,
      }}
    >
      <p className="text-ink-3">{day}</p>
      <p className="text-m font-bold">{value}</p>
      {mean !== null && <p className="text-ink-2">{mean}</p>}
      {alert !== undefined && (
        <p className="mt-1 flex items-center gap-1.5">
          <SeverityMark severity={alert.severity} />
          {alert.title}
        </p>
      )}
    </div>
  )
}
