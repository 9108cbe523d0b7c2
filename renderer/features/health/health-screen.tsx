import { Activity, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { Moment } from '../../app/moment.tsx'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FigureTile } from './figure-tile.tsx'
import { ranges, shownMetrics } from './health-store.ts'
import { ChartLegend } from './chart-legend.tsx'
import { MetricCard } from './metric-card.tsx'
import { healthStrings as words } from './strings.ts'

const tiles = ['readiness', 'sleep_hours', 'hrv_ms', 'resting_heart_rate'] as const
/** Shown only where there is something: not every ring or import gives them. */
const optional = new Set<string>(['stress_load', 'recovery_index', 'activity_score'])
const linkLook =
  'inline-flex min-h-8 items-center rounded-control border border-line-strong bg-surface px-3.25 font-medium transition-colors hover:bg-sunken'
const staleAfter = 36 * 3_600_000

/** The body over time, against its own normal. */
export function HealthScreen() {
  const loaded = useFeature('health', (health) => health.series)
  const load = useFeature('health', (health) => health.load)
  const zone = useFeature('status', (state) => valueOf(state.status)?.timezone)
  const today = useFormats().dayOf(useNow())
  useEffect(() => {
    // Only once the operator's zone is known: today is its day, not this computer's.
    if (zone !== undefined) void load(today)
  }, [load, today, zone])
  const all = valueOf(loaded)
  const empty = all !== null && shownMetrics.every((metric) => all[metric].points.length === 0)
  return (
    <>
      <ScreenHeader title={words.title}>
        {all !== null && !empty && (
          <>
            <Ranges />
            <LastCame at={all.readiness.newestReadAt} />
          </>
        )}
      </ScreenHeader>
      <ScrollRegion label={words.title} className="min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-20 -outline-offset-2!">
        {all === null && loaded.kind === 'loading' && <Skeleton label={words.loading} />}
        {loaded.kind === 'failed' && (
          <Message words={[words.failed, loaded.words]} tone="problem">
            <Button onClick={() => void load(today)}>{words.retry}</Button>
          </Message>
        )}
        {empty && (
          <Message icon={Activity} words={words.empty}>
            <a href="#/settings/sources" className={linkLook}>
              {words.connect}
            </a>
            <a href="#/settings/data" className={linkLook}>
              {words.importFile}
            </a>
          </Message>
        )}
        {all !== null && !empty && (
          <div className="grid grid-cols-2 gap-3 @max-[44rem]/main:grid-cols-1">
            <div className="col-span-full grid grid-cols-4 gap-3 @max-[44rem]/main:grid-cols-2">
              {tiles.map((metric) => (
                <FigureTile key={metric} series={all[metric]} />
              ))}
            </div>
            <Newest at={all.readiness.newestReadAt} />
            {shownMetrics
              .filter((metric) => !optional.has(metric) || all[metric].points.length > 0)
              .map((metric, index) => (
                <MetricCard key={metric} series={all[metric]} large={index === 0} legend={index === 0 ? <ChartLegend /> : undefined} />
              ))}
            <p className="col-span-full text-s text-ink-3">{words.hint}</p>
          </div>
        )}
      </ScrollRegion>
    </>
  )
}

function Ranges() {
  const range = useFeature('health', (health) => health.range)
  const setRange = useFeature('health', (health) => health.setRange)
  const set = (value: string) => {
    const chosen = ranges.find((days) => String(days) === value)
    if (chosen !== undefined) setRange(chosen)
  }
  return (
    <Segmented
      label={words.rangeLabel}
      value={String(range)}
      segments={ranges.map((days) => ({ value: String(days), label: words.ranges[days] ?? String(days) }))}
      onChange={set}
    />
  )
}

/** When data last came, in a word. */
function LastCame({ at }: { readonly at: number | null }) {
  const now = useNow()
  if (at === null || now - at >= staleAfter) return null
  return (
    <p className="text-s text-ink-3 @max-[44rem]/main:hidden">
      {words.newest} <Moment at={at} />
    </p>
  )
}

/** The same, loud, once it is long ago. */
function Newest({ at }: { readonly at: number | null }) {
  const now = useNow()
  if (at === null || now - at < staleAfter) return null
  return (
    <p className="col-span-full flex flex-wrap items-center gap-2 rounded-row bg-medium-soft px-3.5 py-2">
      <TriangleAlert aria-hidden="true" className="size-4 text-medium" />
      <span>
        {words.newest} <Moment at={at} />. {words.stale}
      </span>
    </p>
  )
}
