import type { Series } from '../../../shared/model/health.ts'

/** The readings in the form that `thanos import` takes back. */
export function csvOf(series: Series): string {
  return ['day,metric,value', ...series.points.map(({ day, value }) => `${day},${series.metric},${value}`), ''].join('\n')
}

/** Hands the person a file without asking the operator: what is saved is what is on the screen. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
