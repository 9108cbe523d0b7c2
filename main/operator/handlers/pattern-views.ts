import type { PatternView } from '../../../shared/model/health.ts'
import type { Evaluation } from '../../domain/finding.ts'
import type { Instant } from '../../domain/instant.ts'
import type { PatternSettings } from '../../domain/settings.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { checkMonitor } from '../../monitors/monitor.ts'
import { clientsToday } from '../../monitors/patterns/context-switching.ts'
import { meanOf, minimumReadings, twoWeeks } from '../../monitors/patterns/energy-decline.ts'
import { eventsOfLast } from '../../monitors/patterns/lookback.ts'
import { commitmentRatio, createdAndCompleted } from '../../monitors/patterns/overcommitment.ts'
import { patternsMonitor } from '../../monitors/patterns/patterns-monitor.ts'
import { isPutOff } from '../../monitors/patterns/procrastination.ts'
import { nightsInARow } from '../../monitors/patterns/sleep-debt.ts'

type Figures = Pick<PatternView, 'title' | 'value' | 'threshold' | 'unit' | 'restsOn' | 'subject'>

function procrastination(snapshot: Snapshot, settings: PatternSettings, now: Instant): Figures {
  const moved = eventsOfLast(settings.lookback_days, snapshot, now).filter((event) => isPutOff(event, snapshot.zone))
  const counts = new Map<string, number>()
  for (const { taskId } of moved) counts.set(taskId, (counts.get(taskId) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  const task = snapshot.tasks.find(({ id }) => id === most?.[0])
  return {
    title: 'Procrastination',
    value: most?.[1] ?? 0,
    threshold: settings.thresholds.procrastination_count,
    unit: 'moves of one task',
    restsOn: `${moved.length} due dates moved later in ${settings.lookback_days} days`,
    subject: task?.title ?? null,
  }
}

function energyDecline(snapshot: Snapshot, settings: PatternSettings, now: Instant): Figures {
  const { last, before } = twoWeeks(snapshot, now)
  const isEnough = Math.min(last.length, before.length) >= minimumReadings
  const decline = isEnough ? ((meanOf(before) - meanOf(last)) / meanOf(before)) * 100 : null
  return {
    title: 'Energy decline',
    value: decline === null ? null : Math.round(decline * 10) / 10,
    threshold: settings.thresholds.energy_decline_percent,
    unit: '% lower than the week before',
    restsOn: `${last.length} and ${before.length} readings of readiness`,
    subject: null,
  }
}

function overcommitment(snapshot: Snapshot, settings: PatternSettings, now: Instant): Figures {
  const counts = createdAndCompleted(snapshot, settings.lookback_days, now)
  return {
    title: 'Overcommitment',
    value: Math.round(commitmentRatio(counts) * 100) / 100,
    threshold: settings.thresholds.overcommitment_ratio,
    unit: 'taken on for each one done',
    restsOn: `${counts.created} created, ${counts.completed} completed in ${settings.lookback_days} days`,
    subject: null,
  }
}

function sleepDebt(snapshot: Snapshot, settings: PatternSettings, now: Instant): Figures {
  const run = nightsInARow(snapshot, now)
  const enough = run.findIndex(({ value }) => value >= settings.thresholds.sleep_debt_hours)
  return {
    title: 'Sleep debt',
    value: run.length === 0 ? null : enough === -1 ? run.length : enough,
    threshold: settings.thresholds.sleep_debt_nights,
    unit: 'short nights in a row',
    restsOn: `${run.length} nights in a row measured`,
    subject: null,
  }
}

function contextSwitching(snapshot: Snapshot, settings: PatternSettings, now: Instant): Figures {
  const clients = clientsToday(snapshot, now)
  return {
    title: 'Context switching',
    value: clients.length,
    threshold: settings.thresholds.context_switching_clients,
    unit: 'clients today',
    restsOn: clients.length === 0 ? 'no client work today' : clients.join(', '),
    subject: null,
  }
}

const figures: Readonly<Record<string, (snapshot: Snapshot, settings: PatternSettings, now: Instant) => Figures>> = {
  procrastination,
  energy_decline: energyDecline,
  overcommitment,
  sleep_debt: sleepDebt,
  context_switching: contextSwitching,
}

function sentenceOf(evaluation: Evaluation): string {
  switch (evaluation.outcome) {
    case 'firing':
      return evaluation.findings.map(({ body }) => body).join(' ')
    case 'clear':
      return 'Nothing unusual.'
    case 'insufficient_data':
      return `Not enough data yet: ${evaluation.detail}.`
    case 'not_due':
      return 'Waiting for its hour.'
    case 'off':
      return 'Switched off in the settings.'
  }
}

/** Each pattern rule as it stands at this moment, whether it fires or not. */
export function patternViews(snapshot: Snapshot, settings: PatternSettings, now: Instant): readonly PatternView[] {
  return checkMonitor(patternsMonitor, snapshot, settings, now).flatMap((evaluation) => {
    const measure = figures[evaluation.rule]
    if (measure === undefined) return []
    return [{ rule: evaluation.rule, outcome: evaluation.outcome, sentence: sentenceOf(evaluation), ...measure(snapshot, settings, now) }]
  })
}
