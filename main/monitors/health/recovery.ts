import { plainNumber } from '../words.ts'
import { thresholdRule } from './threshold-rule.ts'

export const recovery = thresholdRule({
  name: 'recovery',
  metric: 'recovery_index',
  direction: 'below',
  thresholds: ({ thresholds }) => ({ warning: thresholds.recovery_warning, critical: thresholds.recovery_critical }),
  words: (value, severity) =>
    severity === 'critical'
      ? {
          title: `Recovery index is ${plainNumber(value)}, very low`,
          body: `Your recovery index is ${plainNumber(value)} (very low). Your body had little time to recover: no training today.`,
        }
      : {
          title: `Recovery index is ${plainNumber(value)}, low`,
          body: `Your recovery index is ${plainNumber(value)} (low). Eat and wind down earlier tonight.`,
        },
})
