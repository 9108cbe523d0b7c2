import type { Evidence } from '../../domain/finding.ts'
import type { Metric, Reading } from '../../domain/reading.ts'
import type { HealthSettings } from '../../domain/settings.ts'
import type { Severity } from '../../domain/severity.ts'
import type { Rule } from '../monitor.ts'
import { ageInSeconds, freshReading } from './fresh-reading.ts'

export type ThresholdRule = {
  readonly name: string
  readonly metric: Metric
  readonly direction: 'below' | 'above'
  readonly thresholds: (settings: HealthSettings) => { readonly warning: number; readonly critical: number }
  readonly words: (value: number, severity: Severity) => { readonly title: string; readonly body: string }
  /** Why a reading is too thin to judge; null when it is not. */
  readonly tooThin?: (reading: Reading) => string | null
  readonly moreEvidence?: (reading: Reading) => Evidence
}

/** A rule that compares the newest fresh reading of one metric with two fixed thresholds; a value at a threshold is not beyond it. */
export function thresholdRule(rule: ThresholdRule): Rule<HealthSettings> {
  return {
    name: rule.name,
    check(snapshot, settings, now) {
      const reading = freshReading(snapshot, rule.metric, now)
      if ('missing' in reading) return { rule: rule.name, outcome: 'insufficient_data', detail: reading.missing }
      const thin = rule.tooThin?.(reading) ?? null
      if (thin !== null) return { rule: rule.name, outcome: 'insufficient_data', detail: thin }
      const { warning, critical } = rule.thresholds(settings)
      const beyond = (threshold: number) => (rule.direction === 'below' ? reading.value < threshold : reading.value > threshold)
      const severity = beyond(critical) ? 'critical' : beyond(warning) ? 'medium' : null
      if (severity === null) return { rule: rule.name, outcome: 'clear' }
      return {
        rule: rule.name,
        outcome: 'firing',
        findings: [
          {
            key: `health:${rule.name}:${reading.day}`,
            monitor: 'health',
            rule: rule.name,
            severity,
            ...rule.words(reading.value, severity),
            evidence: {
              value: reading.value,
              threshold: severity === 'critical' ? critical : warning,
              day: reading.day,
              source: reading.source,
              age_seconds: ageInSeconds(reading, now),
              ...rule.moreEvidence?.(reading),
            },
            members: [],
            subject: { kind: 'metric', id: rule.metric },
          },
        ],
      }
    },
  }
}
