import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { useNow } from '../../app/use-now.tsx'
import { lastDays } from '../health/last-days.ts'
import type { PanelMetric } from './panel-store.ts'
import { panelStrings as words } from './strings.ts'

/** The newest reading of the last week, against the person's own usual. */
export function PanelFigure({
  metric,
  label,
  unit,
  digits,
}: {
  readonly metric: PanelMetric
  readonly label: string
  readonly unit: string
  readonly digits: number
}) {
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const series = useFeature('panel', (panel) => panel.figures[metric])
  const last = series?.points.at(-1)
  return (
    <div className="relative">
      {series !== null && <Sparkline values={lastDays(series, 7)} className="absolute top-5 right-1 h-8 w-19.5" />}
      <p className="text-s text-ink-2">{label}</p>
      {last === undefined ? (
        <p className="text-ink-3">{words.noReading}</p>
      ) : (
        <>
          <p className="text-2xl leading-[1.15] font-bold tracking-[-0.03em]">
            {formats.number(last.value, digits)}
            <span className="ml-1 text-s font-book tracking-normal text-ink-2">{unit}</span>
          </p>
          <p className="text-s text-ink-3">
            {last.day !== today && words.from(formats.dayName(last.day, today))}
            {comparison(last.value, series?.usual?.mean ?? null, (value) => formats.number(value, digits))}
          </p>
        </>
      )}
    </div>
  )
}

function comparison(value: number, usual: number | null, say: (value: number) => string): string {
  if (usual === null) return ''
  const difference = say(Math.abs(value - usual))
  if (difference === say(0)) return words.usual(say(usual))
  return value < usual ? words.under(difference, say(usual)) : words.over(difference, say(usual))
}
