/** The metrics that a health CSV may carry and the window shows. */
export const metricNames = [
  'readiness',
  'recovery_index',
  'hrv_ms',
  'sleep_hours',
  'stress_load',
  'resting_heart_rate',
  'sleep_score',
  'activity_score',
  'steps',
] as const

export type MetricName = (typeof metricNames)[number]
