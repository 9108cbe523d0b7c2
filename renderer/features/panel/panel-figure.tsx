import { useEffect, useState } from 'react'
import type { MetricName, Series } from '../../../shared/model/health.ts'
import { useFeature, useServices } from '../../app/services.tsx'
import { addDays } from '../../app/snooze-times.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.ts'
import { valueOf } from '../../app/loaded.ts'
import { panelStrings as words } from './strings.ts'

/** The newest reading of the last week, against the person's own usual. */
export function PanelFigure({
  metric,
  label,
  unit,
  digits,
}: {
  readonly metric: MetricName
  readonly label: string
  readonly unit: string
  readonly digits: number
}) {
  const { client } = useServices()
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const newest = useFeature('status', (state) => valueOf(state.status)?.newestReadingAt ?? null)
  const [series, setSeries] = useState<Series | null>(null)
  useEffect(() => {
    let current = true
    client.call('health:series', { metric, from: addDays(today, -6), to: today }).then(
      (answer) => current && setSeries(answer),
      // The panel's other parts say that the operator is away; a figure is only left out.
      () => current && setSeries(null),
    )
    return () => {
      current = false
    }
    // `newest` changes when readings come in: then the figure is read again.
  }, [client, metric, today, newest])

  const last = series?.points.at(-1)
  return (
    <div>
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
            {comparison(last.value, series?.usual?.mean ?? null, (value) => formats.number(value, digits))}
            {last.day !== today && ` ${words.from(formats.dayName(last.day, today).toLowerCase())}`}
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
