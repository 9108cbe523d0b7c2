import type { Series } from '../../../shared/model/health.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { lastDays } from './last-days.ts'
import { healthStrings as words, metricWords } from './strings.ts'
import { comparison } from './summary.ts'

/** Days of the small line. */
const shownDays = 14

/** The newest reading, large, against the person's usual. */
export function FigureTile({ series }: { readonly series: Series }) {
  const formats = useFormats()
  const { title, unit, digits } = metricWords[series.metric]
  const last = series.points.at(-1)
  const alert = series.alerts.find(({ day }) => day === last?.day)
  return (
    <div className="relative min-w-0 rounded-card border border-line px-4 py-2.5">
      <Sparkline values={lastDays(series, shownDays)} className="absolute top-6.5 right-4 h-8 w-19.5 @max-[34rem]/main:hidden" />
      <p className="flex items-center gap-1.5 text-s text-ink-2">
        {title}
        {alert !== undefined && <SeverityMark severity={alert.severity} label={alert.title} />}
      </p>
      {last === undefined ? (
        <p className="pt-1 text-ink-3">{words.noReading}</p>
      ) : (
        <>
          <p className="text-2xl leading-[1.15] font-bold tracking-[-0.03em]">
            {formats.number(last.value, digits)}
            <span className="ml-1 text-s font-book tracking-normal text-ink-2">{unit}</span>
          </p>
          <p className="text-s text-pretty text-ink-3">
            {last.day !== series.to && words.onDay(formats.dayName(last.day, series.to))}
            {comparison(last.value, series.usual?.mean ?? null, digits, formats)}
          </p>
        </>
      )}
    </div>
  )
}
