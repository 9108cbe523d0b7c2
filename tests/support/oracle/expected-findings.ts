import type { MonitorSettings } from '../../../main/domain/settings.ts'
import type { Snapshot } from '../../../main/domain/snapshot.ts'
import { dayAt, dayNamed, hourAt, momentAfter, nameOf, type DayNumber } from './calendar.ts'
import { hasFallenBy, isBelowMeanBy } from './exact.ts'

/** Keys and their severities. */
export type ExpectedFindings = ReadonlyMap<string, string>

type Judgement = (key: string, severity: string) => void

/**
 * What the rules find, written from the tables of the specification alone, as one long reading of it from top to bottom: no rule objects, no
 * evaluations, another calendar, whole-number arithmetic. Slow and plain on purpose.
 */
export function expectedFindings(snapshot: Snapshot, settings: MonitorSettings, now: number): ExpectedFindings {
  const found = new Map<string, string>()
  const judge: Judgement = (key, severity) => void found.set(key, severity)
  if (settings.health.enabled) healthTable(snapshot, settings.health, now, judge)
  if (settings.tasks.enabled) taskTable(snapshot, settings.tasks, now, judge)
  if (settings.patterns.enabled) patternTable(snapshot, settings.patterns, now, judge)
  return found
}

function series(snapshot: Snapshot, metric: string): Map<DayNumber, Snapshot['readings'][number]> {
  return new Map(snapshot.readings.filter((each) => each.metric === metric).map((each) => [dayNamed(each.day), each]))
}

const between = (first: DayNumber, last: DayNumber): DayNumber[] => Array.from({ length: last - first + 1 }, (_, index) => first + index)

function valuesOn(days: readonly DayNumber[], from: Map<DayNumber, { readonly value: number }>): number[] {
  return days.flatMap((day) => from.get(day)?.value ?? [])
}

function healthTable(snapshot: Snapshot, settings: MonitorSettings['health'], now: number, judge: Judgement): void {
  const today = dayAt(now, snapshot.zone)
  const limits = settings.thresholds
  const isOn = (rule: string) => !settings.rules_off.includes(rule)
  const rows = [
    ['readiness', 'readiness', (value: number) => value < limits.readiness_warning, (value: number) => value < limits.readiness_critical],
    ['sleep', 'sleep_hours', (value: number) => value < limits.sleep_hours_warning, (value: number) => value < limits.sleep_hours_critical],
    ['recovery', 'recovery_index', (value: number) => value < limits.recovery_warning, (value: number) => value < limits.recovery_critical],
    ['stress', 'stress_load', (value: number) => value > limits.stress_high, (value: number) => value > limits.stress_critical],
  ] as const
  for (const [rule, metric, isWarning, isCritical] of rows) {
    const known = series(snapshot, metric)
    const newest = Math.max(...known.keys())
    const reading = newest === today || newest === today - 1 ? known.get(newest) : undefined
    if (!isOn(rule) || reading === undefined) continue
    // A source that does not say how many minutes it saw is taken at its word.
    if (rule === 'stress' && (reading.basisMinutes ?? 60) < 60) continue
    if (isCritical(reading.value)) judge(`health:${rule}:${reading.day}`, 'critical')
    else if (isWarning(reading.value)) judge(`health:${rule}:${reading.day}`, 'medium')
  }

  // The day of a reading ends with it; from then on it grows old. What is of today or yesterday is still judged, and so is not old.
  const days = snapshot.readings.map(({ day }) => dayNamed(day))
  const last = Math.max(...days)
  if (
    isOn('stale') &&
    days.length > 0 &&
    last < today - 1 &&
    now - momentAfter(last, snapshot.zone) > settings.stale_after_hours * 3_600_000
  ) {
    judge('source:stale:oura', 'low')
  }

  const nights = series(snapshot, 'hrv_ms')
  const night = Math.max(...nights.keys())
  const hrv = night === today || night === today - 1 ? nights.get(night) : undefined
  const baseline = hrv === undefined ? [] : valuesOn(between(night - limits.hrv_baseline_nights, night - 1), nights)
  if (isOn('hrv') && hrv !== undefined && baseline.length >= limits.hrv_minimum_nights) {
    if (isBelowMeanBy(-limits.hrv_critical_deviation, hrv.value, baseline)) judge(`health:hrv:${hrv.day}`, 'critical')
    else if (isBelowMeanBy(-limits.hrv_warning_deviation, hrv.value, baseline)) judge(`health:hrv:${hrv.day}`, 'medium')
  }
}

function taskTable(snapshot: Snapshot, settings: MonitorSettings['tasks'], now: number, judge: Judgement): void {
  const { zone } = snapshot
  const today = dayAt(now, zone)
  const isOn = (rule: string) => !settings.rules_off.includes(rule)
  const active = snapshot.tasks.filter(({ status }) => !['completed', 'cancelled', 'backlog'].includes(status))
  const dayOf = (due: NonNullable<(typeof active)[number]['due']>) => (due.kind === 'day' ? dayNamed(due.day) : dayAt(due.at, zone))
  const isPast = (due: NonNullable<(typeof active)[number]['due']>) => (due.kind === 'day' ? dayNamed(due.day) < today : due.at < now)

  if (isOn('overdue') && active.some(({ due }) => due !== null && isPast(due))) judge('task:overdue', 'high')

  /** The hour slot to use now: the last that has come today, unless it was used. */
  const slot = (rule: keyof typeof settings.hours): number | null => {
    const come = settings.hours[rule].filter((each) => each <= hourAt(now, zone))
    const last = come.length === 0 ? null : Math.max(...come)
    return !isOn(rule) || last === null || snapshot.usedSlots.has(`${rule} ${nameOf(today)} ${last}`) ? null : last
  }

  const todaysHour = slot('due_today')
  if (todaysHour !== null && active.some(({ due }) => due !== null && dayOf(due) === today)) {
    judge(`task:due_today:${nameOf(today)}:${todaysHour}`, 'medium')
  }
  if (slot('due_tomorrow') !== null && active.some(({ due }) => due !== null && dayOf(due) === today + 1)) {
    judge(`task:due_tomorrow:${nameOf(today + 1)}`, 'low')
  }
  if (slot('pile_up') !== null && active.length >= settings.thresholds.pile_up) judge(`task:pile_up:${nameOf(today)}`, 'medium')

  for (const { id, due, status } of snapshot.promises) {
    if (due === null || ['kept', 'broken', 'cancelled'].includes(status)) continue
    if (slot('commitment') !== null && today - dayOf(due) >= settings.thresholds.commitment_grace_days) {
      judge(`commitment:violated:${id}`, 'critical')
    }
    const deadline = due.kind === 'day' ? momentAfter(dayNamed(due.day), zone) : due.at
    if (slot('commitment_due') !== null && !isPast(due) && deadline - now <= 24 * 3_600_000) judge(`commitment:due:${id}`, 'medium')
  }
}

function patternTable(snapshot: Snapshot, settings: MonitorSettings['patterns'], now: number, judge: Judgement): void {
  const { zone } = snapshot
  const today = dayAt(now, zone)
  const limits = settings.thresholds
  const isOn = (rule: string) => !settings.rules_off.includes(rule)
  const week = snapshot.taskEvents.filter(({ at }) => at <= now && now - at <= settings.lookback_days * 24 * 3_600_000)
  const taskOf = new Map(snapshot.tasks.map((task) => [task.id, task]))

  const deadline = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? momentAfter(dayNamed(text), zone) : Date.parse(text))
  for (const task of isOn('procrastination') ? snapshot.tasks : []) {
    // Nobody can block time for what is done or dropped.
    if (['completed', 'cancelled'].includes(task.status)) continue
    const putOff = week.filter(
      ({ taskId, type, from, to }) =>
        taskId === task.id && type === 'rescheduled' && from !== null && to !== null && deadline(to) > deadline(from),
    )
    const reported = snapshot.reportedProcrastination.get(task.title) ?? 0
    if (putOff.length + reported >= limits.procrastination_count) judge(`pattern:procrastination:${task.id}`, 'medium')
  }

  const readiness = series(snapshot, 'readiness')
  const late = valuesOn(between(today - 6, today), readiness)
  const early = valuesOn(between(today - 13, today - 7), readiness)
  if (
    isOn('energy_decline') &&
    Math.min(late.length, early.length) >= 4 &&
    early.some((value) => value > 0) &&
    hasFallenBy(limits.energy_decline_percent, early, late)
  ) {
    judge('pattern:energy_decline', 'high')
  }

  const created = new Set(week.filter(({ type }) => type === 'created').map(({ taskId }) => taskId)).size
  const completed = new Set(week.filter(({ type }) => type === 'completed').map(({ taskId }) => taskId)).size
  const ratio = completed === 0 ? created : created / completed
  if (isOn('overcommitment') && created >= limits.overcommitment_minimum && ratio > limits.overcommitment_ratio) {
    judge('pattern:overcommitment', 'medium')
  }

  const sleep = series(snapshot, 'sleep_hours')
  const lastNight = Math.max(...sleep.keys())
  const nights = valuesOn(between(lastNight - limits.sleep_debt_nights + 1, lastNight), sleep)
  const isRecent = lastNight === today || lastNight === today - 1
  if (
    isOn('sleep_debt') &&
    isRecent &&
    nights.length === limits.sleep_debt_nights &&
    nights.every((hours) => hours < limits.sleep_debt_hours)
  ) {
    judge('pattern:sleep_debt', 'high')
  }

  const todays = snapshot.taskEvents.filter(({ at }) => at <= now && dayAt(at, zone) === today)
  const clients = new Set(todays.flatMap(({ taskId }) => taskOf.get(taskId)?.client ?? []))
  if (isOn('context_switching') && clients.size >= limits.context_switching_clients)
    judge(`pattern:context_switching:${nameOf(today)}`, 'low')
}
