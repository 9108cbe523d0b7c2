import type { Series } from '../../../shared/model/health.ts'

/** The readings in the form that `thanos import` takes back. */
export function csvOf(series: Series): string {
  return ['day,metric,value', ...series.points.map(({ day, value }) => `${day},${series.metric},${value}`), ''].join('\n')
}
