import type { ChannelName } from './channel-name.ts'
import type { WindowClass } from './alert.ts'
import type { Severity } from './severity.ts'
import type { TimeZone } from './local-day.ts'

/** The settings that rules and stages see, in the words of operator.yaml; main/config parses them. */
export type HealthSettings = {
  readonly enabled: boolean
  readonly stale_after_hours: number
  readonly thresholds: {
    readonly readiness_warning: number
    readonly readiness_critical: number
    readonly hrv_warning_deviation: number
    readonly hrv_critical_deviation: number
    readonly hrv_baseline_nights: number
    readonly hrv_minimum_nights: number
    readonly sleep_hours_warning: number
    readonly sleep_hours_critical: number
    readonly stress_high: number
    readonly stress_critical: number
    readonly recovery_warning: number
    readonly recovery_critical: number
  }
  readonly rules_off: readonly string[]
}

export const hourRules = ['due_today', 'due_tomorrow', 'pile_up', 'commitment', 'commitment_due'] as const
export type HourRule = (typeof hourRules)[number]

export type TaskSettings = {
  readonly enabled: boolean
  readonly hours: Readonly<Record<HourRule, readonly number[]>>
  readonly thresholds: { readonly pile_up: number; readonly commitment_grace_days: number }
  readonly rules_off: readonly string[]
}

export type PatternSettings = {
  readonly enabled: boolean
  readonly lookback_days: number
  readonly thresholds: {
    readonly procrastination_count: number
    readonly energy_decline_percent: number
    readonly overcommitment_ratio: number
    readonly overcommitment_minimum: number
    readonly sleep_debt_nights: number
    readonly sleep_debt_hours: number
    readonly context_switching_clients: number
  }
  readonly rules_off: readonly string[]
}

export type MonitorSettings = { readonly health: HealthSettings; readonly tasks: TaskSettings; readonly patterns: PatternSettings }

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Times are minutes since midnight. A weekday's own times hold for the night that begins on it. */
export type QuietHoursSettings = {
  readonly enabled: boolean
  readonly start: number
  readonly end: number
  readonly zone: TimeZone
  readonly weekdays: Readonly<Partial<Record<Weekday, { readonly start?: number | undefined; readonly end?: number | undefined }>>>
}

/** Windows in milliseconds. */
export type DeduplicationSettings = { readonly windows: Readonly<Record<WindowClass, number>>; readonly maxAlertsPerRun: number }

/** The least severity each channel takes; null where it is off. */
export type RouteSettings = Readonly<Record<ChannelName, Severity | null>>
