import { plainNumber } from '../words.ts'
import { thresholdRule } from './threshold-rule.ts'

export const readiness = thresholdRule({
  name: 'readiness',
  metric: 'readiness',
  direction: 'below',
  thresholds: ({ thresholds }) => ({ warning: thresholds.readiness_warning, critical: thresholds.readiness_critical }),
  words: (value, severity) =>
    severity === 'critical'
      ? {
          title: `Readiness is ${plainNumber(value)}, very low`,
          body: `Your readiness is ${plainNumber(value)} (very low). Burnout risk: rest today.`,
        }
      : {
          title: `Readiness is ${plainNumber(value)}, low`,
          body: `Your readiness is ${plainNumber(value)} (low). Lighter tasks today would help.`,
        },
})
