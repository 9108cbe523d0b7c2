import type { HourRule, MonitorSettings } from './settings.ts'

/** A change to operator.yaml that makes a rule speak less; proposed, never made by the operator itself. */
export type MilderSetting = {
  /** Where it stands, e.g. monitors.health.thresholds.readiness_warning. */
  readonly path: string
  readonly from: string
  readonly to: string
  readonly sentence: string
}

type Threshold = {
  readonly path: string
  readonly value: number
  /** Added to the value: negative where less is milder. */
  readonly step: number
  /** Not past this: a warning must stay a warning, short of the critical threshold. */
  readonly end: number
}

function under(monitor: string, name: string): string {
  return `monitors.${monitor}.thresholds.${name}`
}

function thresholdOf(rule: string, { health, tasks, patterns }: MonitorSettings): Threshold | null {
  const h = health.thresholds
  const p = patterns.thresholds
  switch (rule) {
    case 'readiness':
      return { path: under('health', 'readiness_warning'), value: h.readiness_warning, step: -5, end: h.readiness_critical }
    case 'hrv':
      return { path: under('health', 'hrv_warning_deviation'), value: h.hrv_warning_deviation, step: -3, end: h.hrv_critical_deviation }
    case 'sleep':
      return { path: under('health', 'sleep_hours_warning'), value: h.sleep_hours_warning, step: -0.5, end: h.sleep_hours_critical }
    case 'stress':
      return { path: under('health', 'stress_high'), value: h.stress_high, step: 5, end: h.stress_critical }
    case 'recovery':
      return { path: under('health', 'recovery_warning'), value: h.recovery_warning, step: -5, end: h.recovery_critical }
    case 'pile_up':
      return { path: under('tasks', 'pile_up'), value: tasks.thresholds.pile_up, step: 5, end: Infinity }
    case 'commitment':
      return { path: under('tasks', 'commitment_grace_days'), value: tasks.thresholds.commitment_grace_days, step: 1, end: Infinity }
    case 'procrastination':
      return { path: under('patterns', 'procrastination_count'), value: p.procrastination_count, step: 1, end: Infinity }
    case 'energy_decline':
      return { path: under('patterns', 'energy_decline_percent'), value: p.energy_decline_percent, step: 5, end: 100 }
    case 'overcommitment':
      return { path: under('patterns', 'overcommitment_ratio'), value: p.overcommitment_ratio, step: 0.5, end: Infinity }
    case 'sleep_debt':
      return { path: under('patterns', 'sleep_debt_nights'), value: p.sleep_debt_nights, step: 1, end: Infinity }
    case 'context_switching':
      return { path: under('patterns', 'context_switching_clients'), value: p.context_switching_clients, step: 1, end: Infinity }
    default:
      return null
  }
}

const hourRules: Readonly<Record<string, HourRule>> = {
  due_today: 'due_today',
  due_tomorrow: 'due_tomorrow',
  commitment_due: 'commitment_due',
}

/**
 * The next milder setting of a rule: its threshold one step away from firing; without a threshold one hour a day fewer; and where there is
 * nothing left to turn, the rule switched off. Null for what is no rule of a monitor.
 */
export function milderSetting(monitor: keyof MonitorSettings, rule: string, settings: MonitorSettings): MilderSetting {
  const threshold = thresholdOf(rule, settings)
  if (threshold !== null) {
    const { path, value, step, end } = threshold
    const next = Math.round((value + step) * 10) / 10
    if (Math.abs(next - value) < Math.abs(end - value)) return proposal(path, String(value), String(next))
    return switchedOff(monitor, rule, settings)
  }
  const hourRule = hourRules[rule]
  const hours = hourRule === undefined ? [] : settings.tasks.hours[hourRule]
  if (hourRule !== undefined && hours.length > 1) {
    return proposal(`monitors.tasks.hours.${hourRule}`, listed(hours), listed(hours.slice(0, -1)))
  }
  return switchedOff(monitor, rule, settings)
}

function listed(values: readonly (string | number)[]): string {
  return `[${values.join(', ')}]`
}

function proposal(path: string, from: string, to: string): MilderSetting {
  return { path, from, to, sentence: `Set ${path} from ${from} to ${to}.` }
}

function switchedOff(monitor: keyof MonitorSettings, rule: string, settings: MonitorSettings): MilderSetting {
  const off = settings[monitor].rules_off
  const path = `monitors.${monitor}.rules_off`
  return { path, from: listed(off), to: listed([...off, rule]), sentence: `Switch ${rule} off: add it to ${path}.` }
}
