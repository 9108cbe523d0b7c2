import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import type { Series } from '../../../shared/model/health.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { useRemPixels } from '../../ui/rem-pixels.ts'
import { evidenceStrings } from '../inbox/evidence-strings.ts'
import { dayNumber } from './days.ts'
import { healthStrings as words, metricWords } from './strings.ts'

/** The same window in numbers, the newest day first. */
export function MetricTable({ series, height }: { readonly series: Series; readonly height: number }) {
  const formats = useFormats()
  const window = useFeature('health', (health) => health.window)
  const { digits, title } = metricWords[series.metric]
  const scroller = useRef<HTMLElement>(null)
  const rows = useMemo(
    () => series.points.filter(({ day }) => dayNumber(day) >= window.from && dayNumber(day) <= window.to).toReversed(),
    [series, window],
  )
  const means = useMemo(() => new Map(series.weekMean.map(({ day, value }) => [day, value])), [series])
  const alerts = useMemo(() => new Map(series.alerts.map((alert) => [alert.day, alert.title])), [series])
  const rem = useRemPixels()
  // oxlint-disable-next-line react/incompatible-library -- its answers are used here and passed to nothing that is memoized
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 1.75 * rem,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <ScrollRegion
      ref={scroller}
      label={words.tableOf(title)}
      className="overflow-auto text-s"
      style={{ height: `${height / 16 - 0.25}rem` }}
    >
      <table aria-rowcount={rows.length + 1} className="w-full border-collapse text-left">
        <thead className="sticky top-0 bg-surface">
          <tr aria-rowindex={1}>
            {[words.columns.day, words.columns.value, words.columns.mean, words.columns.source, words.columns.alert].map((column) => (
              <th key={column} scope="col" className="h-7 border-b border-line pr-4 font-book whitespace-nowrap text-ink-3">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map((item) => {
            const point = rows[item.index]
            if (point === undefined) return null
            const mean = means.get(point.day)
            return (
              <tr key={point.day} aria-rowindex={item.index + 2} className="h-7">
                <th scope="row" className="pr-4 font-book whitespace-nowrap">
                  {formats.fullDay(point.day)}
                </th>
                <td className="pr-4 font-medium">{formats.number(point.value, digits)}</td>
                <td className="pr-4 text-ink-2">{mean === undefined ? '' : formats.number(mean, Math.max(1, digits))}</td>
                <td className="pr-4 text-ink-2">{evidenceStrings.sources[point.source] ?? point.source}</td>
                <td className="text-ink-2">{alerts.get(point.day)}</td>
              </tr>
            )
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
