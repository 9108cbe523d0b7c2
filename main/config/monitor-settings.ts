import type { z } from 'zod'
import { decimal, hoursOfDay, namesOff, section, whole, yesNo } from './fields.ts'
import { healthRules, patternRules, taskRules } from './rule-names.ts'

type Thresholds = Readonly<Record<string, number>>

/** Two thresholds of which the first may not be above the second. */
type Order = readonly [lower: string, higher: string]

/** Refuses thresholds that contradict each other, and names the one to change. */
function ordered(orders: readonly Order[]) {
  return (context: z.core.ParsePayload<Thresholds>) => {
    const values = context.value
    for (const [lower, higher] of orders) {
      const low = values[lower] ?? 0
      const high = values[higher] ?? 0
      if (low > high) context.issues.push({ code: 'custom', path: [lower], input: low, message: `at most ${high}, which is ${higher}` })
    }
  }
}

const healthThresholds = section(
  {
    readiness_warning: whole(65, 0, 100, 'readiness below this is a warning'),
    readiness_critical: whole(50, 0, 100, 'below this it is critical'),
    hrv_warning_deviation: decimal(-15, -100, 0, 'percent from the baseline at which heart-rate variability is a warning'),
    hrv_critical_deviation: decimal(-25, -100, 0, 'percent at which it is critical'),
    hrv_baseline_nights: whole(30, 2, 365, 'nights that make the baseline'),
    hrv_minimum_nights: whole(14, 1, 365, 'of those, nights that must have a reading'),
    sleep_hours_warning: decimal(6, 0, 24, 'hours asleep below which it is a warning'),
    sleep_hours_critical: decimal(5, 0, 24, 'hours below which it is critical'),
    stress_high: decimal(75, 0, 100, 'stress load above which it is a warning'),
    stress_critical: decimal(85, 0, 100, 'above which it is critical'),
    recovery_warning: whole(60, 0, 100, 'recovery index below which it is a warning'),
    recovery_critical: whole(40, 0, 100, 'below which it is critical'),
  },
  'Where warnings and critical alerts begin.',
)
  .check(
    ordered([
      ['readiness_critical', 'readiness_warning'],
      ['hrv_critical_deviation', 'hrv_warning_deviation'],
      ['hrv_minimum_nights', 'hrv_baseline_nights'],
      ['sleep_hours_critical', 'sleep_hours_warning'],
      ['stress_high', 'stress_critical'],
      ['recovery_critical', 'recovery_warning'],
    ]),
  )
  .prefault({})

/** What each monitor watches for. */
export const monitorSettings = section(
  {
    health: section(
      {
        enabled: yesNo(true, 'watch the body'),
        stale_after_hours: whole(36, 1, 720, 'hours without a new reading after which it says so'),
        thresholds: healthThresholds,
        rules_off: namesOff(healthRules),
      },
      'Readiness, heart-rate variability, sleep, stress, recovery.',
    ).prefault({}),
    tasks: section(
      {
        enabled: yesNo(true, 'watch tasks and promises'),
        hours: section(
          {
            due_today: hoursOfDay([9, 14], 'hours at which it says what is due today'),
            due_tomorrow: hoursOfDay([18], 'what is due tomorrow'),
            pile_up: hoursOfDay([9], 'that tasks pile up'),
            commitment: hoursOfDay([9, 14, 18], 'that a promise is late'),
            commitment_due: hoursOfDay([9, 18], 'that a promise is due soon'),
          },
          'When it speaks.',
        ).prefault({}),
        thresholds: section(
          {
            pile_up: whole(10, 1, 10_000, 'active tasks that are a pile'),
            commitment_grace_days: whole(2, 0, 365, 'days past its date at which a promise is broken'),
          },
          'What is too much.',
        ).prefault({}),
        rules_off: namesOff(taskRules),
      },
      'Deadlines and promises.',
    ).prefault({}),
    patterns: section(
      {
        enabled: yesNo(true, 'watch habits'),
        lookback_days: whole(7, 1, 90, 'days it looks back'),
        thresholds: section(
          {
            procrastination_count: whole(3, 1, 100, 'times the same task is put off'),
            energy_decline_percent: decimal(20, 1, 100, 'percent by which mean readiness falls'),
            overcommitment_ratio: decimal(1.5, 0, 100, 'tasks created for each completed'),
            overcommitment_minimum: whole(5, 1, 10_000, 'created at least, for that to count'),
            sleep_debt_nights: whole(3, 1, 60, 'short nights in a row'),
            sleep_debt_hours: decimal(7, 0, 24, 'hours below which a night is short'),
            context_switching_clients: whole(5, 2, 1000, 'different clients in one day'),
          },
          'What makes a pattern.',
        ).prefault({}),
        rules_off: namesOff(patternRules),
      },
      'Putting off, falling energy, taking on too much.',
    ).prefault({}),
  },
  'What it watches.',
)
