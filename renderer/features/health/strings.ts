import type { MetricName } from '../../../shared/model/health.ts'

type MetricWords = {
  readonly title: string
  /** Beside a figure. */
  readonly unit: string
  /** Under the title. */
  readonly note: string
  readonly digits: number
}

export const metricWords: Readonly<Record<MetricName, MetricWords>> = {
  readiness: { title: 'Readiness', unit: 'of 100', note: '', digits: 0 },
  sleep_hours: { title: 'Sleep', unit: 'h', note: 'hours asleep', digits: 1 },
  hrv_ms: { title: 'HRV', unit: 'ms', note: 'milliseconds, night mean', digits: 0 },
  resting_heart_rate: { title: 'Resting heart rate', unit: 'bpm', note: 'lowest of the night', digits: 0 },
  stress_load: { title: 'Stress', unit: 'of 100', note: 'derived: stressed time of stressed and restored time', digits: 0 },
  recovery_index: { title: 'Recovery index', unit: 'of 100', note: '', digits: 0 },
  sleep_score: { title: 'Sleep score', unit: 'of 100', note: '', digits: 0 },
  activity_score: { title: 'Activity', unit: 'of 100', note: '', digits: 0 },
  steps: { title: 'Steps', unit: '', note: '', digits: 0 },
}

/** What stands on a threshold's line. */
export const thresholdWords: Readonly<Record<string, string>> = { warning: 'warning', critical: 'critical' }

export const healthStrings = {
  title: 'Health',
  ranges: { 14: '14 d', 30: '30 d', 90: '90 d', 365: '1 y', 1826: '5 y' } as Readonly<Record<number, string>>,
  rangeLabel: 'How far back',
  loading: 'Reading your data',
  failed: 'Your data could not be read',
  retry: 'Try again',
  empty: [
    'No readings yet',
    'Connect your ring, or bring in a file: an Oura export or a CSV. Every chart here then shows you against your own usual.',
  ],
  connect: 'Connect a source',
  importFile: 'Import a file',
  noPoints: 'No reading in this range.',
  newest: 'Data last came',
  stale: 'Open Oura’s own app once, so that the ring hands over its nights.',
  legend: { mean: '7-day mean', usual: 'Your usual range', value: 'Each day', alert: 'Alert', threshold: 'Threshold' },
  measured: (days: number, measured: number) => `${days} days, ${measured} measured`,
  under: (difference: string, usual: string) => `${difference} under your usual ${usual}`,
  over: (difference: string, usual: string) => `${difference} over your usual ${usual}`,
  same: (usual: string) => `at your usual ${usual}`,
  noUsual: 'your usual is known after 14 days',
  noReading: 'no reading yet',
  onDay: (day: string) => `${day}: `,
  chart: (title: string) => `${title}, day by day`,
  asTable: 'Table',
  asChart: 'Chart',
  tableOf: (title: string) => `${title} as a table`,
  chartOf: (title: string) => `${title} as a chart`,
  csvOf: (title: string) => `Save ${title} as CSV`,
  csv: 'CSV',
  columns: { day: 'Day', value: 'Value', mean: '7-day mean', source: 'Source', alert: 'Alert' },
  missing: 'no reading',
  mean: (value: string) => `7-day mean ${value}`,
  summary: (mean: string, low: string, high: string) => `Mean ${mean}, from ${low} to ${high}.`,
  crossings: (count: number, label: string) => `${count} ${count === 1 ? 'day' : 'days'} ${label}.`,
  alertCount: (count: number) => (count === 1 ? '1 alert.' : `${count} alerts.`),
  hint: 'Drag to pan, Ctrl and the wheel to zoom. With the keyboard: arrows for days, + and − to zoom, Enter for the alert of a day.',
  openAlert: 'Enter opens the alert',
}
