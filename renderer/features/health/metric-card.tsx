import { ChartLine, Download, Table2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Series } from '../../../shared/model/health.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { saveFile } from '../../app/save-file.ts'
import { csvOf } from './csv-of.ts'
import { MetricChart } from './metric-chart.tsx'
import { MetricTable } from './metric-table.tsx'
import { healthStrings as words, metricWords } from './strings.ts'
import { measured, summarize } from './summary.ts'

/** A metric: its chart, the same as a table, as a file, and in a sentence. */
export function MetricCard({ series, large, legend }: { readonly series: Series; readonly large: boolean; readonly legend?: ReactNode }) {
  const [table, setTable] = useState(false)
  const card = useRef<HTMLElement>(null)
  const here = useFeature('router', (router) => router.id === series.metric)
  const { title, note } = metricWords[series.metric]
  const height = large ? 196 : 138
  useEffect(() => {
    if (here) card.current?.scrollIntoView({ block: 'center' })
  }, [here])
  return (
    <section
      ref={card}
      aria-label={title}
      className={classNames('min-w-0 rounded-card border border-line px-4 pt-2.5 pb-2', large && 'col-span-full', here && 'border-accent!')}
    >
      <header className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-l">{title}</h2>
        <p className="text-s text-ink-2">{note === '' ? <Measured series={series} /> : note}</p>
        <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1">
          {legend}
          <div className="flex">
            <Button
              kind="quiet"
              size="s"
              aria-label={table ? words.chartOf(title) : words.tableOf(title)}
              title={table ? words.chartOf(title) : words.tableOf(title)}
              onClick={() => setTable(!table)}
              className="px-1.5!"
            >
              {table ? <ChartLine aria-hidden="true" /> : <Table2 aria-hidden="true" />}
            </Button>
            <Button
              kind="quiet"
              size="s"
              aria-label={words.csvOf(title)}
              title={words.csvOf(title)}
              onClick={() => saveFile(`${series.metric}.csv`, 'text/csv', csvOf(series))}
              className="px-1.5!"
            >
              <Download aria-hidden="true" />
            </Button>
          </div>
        </div>
      </header>
      {table ? <MetricTable series={series} height={height} /> : <MetricChart series={series} height={height} />}
      <Summary series={series} />
    </section>
  )
}

function Measured({ series }: { readonly series: Series }) {
  const window = useFeature('health', (health) => health.window)
  const { days, measured: count } = measured(series, window)
  return words.measured(days, count)
}

function Summary({ series }: { readonly series: Series }) {
  const window = useFeature('health', (health) => health.window)
  return <p className="mt-1.5 text-s text-ink-3">{summarize(series, window, useFormats())}</p>
}
