import { plainNumber } from '../words.ts'
import { thresholdRule } from './threshold-rule.ts'

/** Minutes of stress and recovery together below which the load says nothing. */
const minimumMinutes = 60

export const stress = thresholdRule({
  name: 'stress',
  metric: 'stress_load',
  direction: 'above',
  thresholds: ({ thresholds }) => ({ warning: thresholds.stress_high, critical: thresholds.stress_critical }),
  // A source that gives the load alone (a CSV) has already decided that it means something.
  tooThin: ({ basisMinutes }) =>
    basisMinutes !== null && basisMinutes < minimumMinutes ? `${Math.floor(basisMinutes)} of ${minimumMinutes} minutes` : null,
  moreEvidence: ({ basisMinutes }) => (basisMinutes === null ? {} : { derived_from_minutes: basisMinutes }),
  words: (value, severity) =>
    severity === 'critical'
      ? {
          title: `Stress load is ${plainNumber(value)}, very high`,
          body: `Your stress load is ${plainNumber(value)} (very high). Stop for half an hour and drop what can wait.`,
        }
      : {
          title: `Stress load is ${plainNumber(value)}, high`,
          body: `Your stress load is ${plainNumber(value)} (high). A break or a short walk now would help.`,
        },
})
