import { createStore } from 'zustand/vanilla'
import type { MetricName, Series } from '../../../shared/model/health.ts'
import { failed, ready } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import type { Client } from '../../bridge/client.ts'
import { dayNumber, dayText } from './days.ts'
import type { Window } from './summary.ts'

/** In the order of the page; the last two show only where there is something. */
export const shownMetrics = [
  'readiness',
  'sleep_hours',
  'hrv_ms',
  'resting_heart_rate',
  'stress_load',
  'recovery_index',
  'activity_score',
] as const satisfies readonly MetricName[]
export type ShownMetric = (typeof shownMetrics)[number]

export const ranges = [14, 30, 90, 365, 1826] as const
type Range = (typeof ranges)[number]
const fiveYears = 1826
const leastDays = 7

type AllSeries = Readonly<Record<ShownMetric, Series>>

export type HealthState = {
  readonly series: Loaded<AllSeries>
  /** Day numbers, the same for every chart: they pan and zoom together. */
  readonly window: Window
  /** The chosen range; null once the window was panned or zoomed by hand. */
  readonly range: Range | null
  readonly today: number
  /** All five years at once, so that panning never waits. `today` is YYYY-MM-DD. */
  readonly load: (today: string) => Promise<void>
  /** The same days again. */
  readonly reload: () => Promise<void>
  readonly setRange: (range: Range) => void
  readonly pan: (days: number) => void
  /** `factor` below 1 shows fewer days; `around` is the day number that stays where it is. */
  readonly zoom: (factor: number, around: number) => void
}

/** What is first shown: as far back as there is data, at most a quarter of a year. */
function rangeFor(days: number): Range {
  return ranges.findLast((range) => range <= Math.min(days, 90)) ?? 14
}

export function createHealthStore(client: Client) {
  return createStore<HealthState>()((set, get) => {
    const clamp = (from: number, to: number): Window => {
      const { today } = get()
      const span = Math.min(Math.max(to - from, leastDays - 1), fiveYears - 1)
      const end = Math.min(Math.max(to, today - fiveYears + span), today)
      return { from: end - span, to: end }
    }
    return {
      series: { kind: 'loading' },
      window: { from: 0, to: 0 },
      range: 90,
      today: 0,
      load: async (day) => {
        const today = dayNumber(day)
        // A new day moves a window that stands at today along with it.
        if (today !== get().today) {
          set({ today })
          const { range } = get()
          if (range !== null) get().setRange(range)
        }
        const read = (metric: ShownMetric) => client.call('health:series', { metric, from: dayText(today - fiveYears + 1), to: day })
        try {
          const [readiness, sleep_hours, hrv_ms, resting_heart_rate, stress_load, recovery_index, activity_score] = await Promise.all([
            read('readiness'),
            read('sleep_hours'),
            read('hrv_ms'),
            read('resting_heart_rate'),
            read('stress_load'),
            read('recovery_index'),
            read('activity_score'),
          ])
          const first = readiness.points[0] ?? sleep_hours.points[0]
          if (get().series.kind === 'loading' && first !== undefined) get().setRange(rangeFor(today - dayNumber(first.day) + 1))
          set({ series: ready({ readiness, sleep_hours, hrv_ms, resting_heart_rate, stress_load, recovery_index, activity_score }) })
        } catch (error) {
          set(({ series }) => ({ series: failed(error, series) }))
        }
      },
      reload: () => get().load(dayText(get().today)),
      setRange: (range) => set(({ today }) => ({ range, window: { from: today - range + 1, to: today } })),
      pan: (days) => set(({ window }) => ({ window: clamp(window.from + days, window.to + days), range: null })),
      zoom: (factor, around) =>
        set(({ window }) => {
          const span = Math.min(Math.max((window.to - window.from) * factor, leastDays - 1), fiveYears - 1)
          const share = (around - window.from) / (window.to - window.from)
          const from = around - share * span
          return { window: clamp(from, from + span), range: null }
        }),
    }
  })
}
