import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../main/config/schema.ts'
import { milderSetting } from '../../../main/domain/milder-setting.ts'
import type { MonitorSettings } from '../../../main/domain/settings.ts'

const settings: MonitorSettings = defaultConfiguration().monitors

describe('the milder setting of a rule', () => {
  it.each([
    ['health', 'readiness', 'thresholds.readiness_warning', '65', '60'],
    ['health', 'hrv', 'thresholds.hrv_warning_deviation', '-15', '-18'],
    ['health', 'sleep', 'thresholds.sleep_hours_warning', '6', '5.5'],
    ['health', 'stress', 'thresholds.stress_high', '75', '80'],
    ['health', 'recovery', 'thresholds.recovery_warning', '60', '55'],
    ['tasks', 'pile_up', 'thresholds.pile_up', '10', '15'],
    ['tasks', 'commitment', 'thresholds.commitment_grace_days', '2', '3'],
    ['tasks', 'due_today', 'hours.due_today', '[9, 14]', '[9]'],
    ['tasks', 'due_tomorrow', 'rules_off', '[]', '[due_tomorrow]'],
    ['tasks', 'overdue', 'rules_off', '[]', '[overdue]'],
    ['tasks', 'commitment_due', 'hours.commitment_due', '[9, 18]', '[9]'],
    ['patterns', 'procrastination', 'thresholds.procrastination_count', '3', '4'],
    ['patterns', 'energy_decline', 'thresholds.energy_decline_percent', '20', '25'],
    ['patterns', 'overcommitment', 'thresholds.overcommitment_ratio', '1.5', '2'],
    ['patterns', 'sleep_debt', 'thresholds.sleep_debt_nights', '3', '4'],
    ['patterns', 'context_switching', 'thresholds.context_switching_clients', '5', '6'],
  ] as const)('%s %s: %s from %s to %s', (monitor, rule, path, from, to) => {
    expect(milderSetting(monitor, rule, settings)).toMatchObject({ path: `monitors.${monitor}.${path}`, from, to })
  })

  it('never moves a warning as far as its critical threshold: then the rule can only be switched off', () => {
    const health = { ...settings.health, thresholds: { ...settings.health.thresholds, readiness_warning: 55 } }
    expect(milderSetting('health', 'readiness', { ...settings, health })).toEqual({
      path: 'monitors.health.rules_off',
      from: '[]',
      to: '[readiness]',
      sentence: 'Switch readiness off: add it to monitors.health.rules_off.',
    })
  })
})
