import { plainNumber } from '../words.ts'
import { thresholdRule } from './threshold-rule.ts'

export const sleep = thresholdRule({
  name: 'sleep',
  metric: 'sleep_hours',
  direction: 'below',
  thresholds: ({ thresholds }) => ({ warning: thresholds.sleep_hours_warning, critical: thresholds.sleep_hours_critical }),
  words: (value, severity) =>
    severity === 'critical'
      ? {
          title: `You slept ${plainNumber(value)} hours, very short`,
          body: `You slept ${plainNumber(value)} hours (very short). Keep today light and go to bed early.`,
        }
      : {
          title: `You slept ${plainNumber(value)} hours, short`,
          body: `You slept ${plainNumber(value)} hours (short). An earlier night tonight would help.`,
        },
})
