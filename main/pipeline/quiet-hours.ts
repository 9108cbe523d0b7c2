import type { Alert } from '../domain/alert.ts'
import { highestSeverity, severityRank } from '../domain/severity.ts'
import { decide, suppress, type Batch, type Item, type Summary } from './batch.ts'
import type { QuietState } from './quiet-state.ts'
import type { Stage } from './stage.ts'
import { timeInWords } from './time-words.ts'
import type { World } from './world.ts'

function toldNow(alert: Alert): Alert {
  return { ...alert, heldForMorning: false }
}

/** Only critical goes out; the rest waits, and is marked for the morning. */
function hold(batch: Batch, world: World, quiet: Extract<QuietState, { readonly active: true }>): Batch {
  const reason =
    quiet.reason === 'do_not_disturb'
      ? 'do not disturb is on'
      : `quiet hours until ${timeInWords(quiet.until, world.now, world.zone).slice(-5)}`
  const held = decide(batch, (item) =>
    item.finding.severity === 'critical'
      ? { ...item, alert: toldNow(item.alert) }
      : suppress({ ...item, alert: { ...item.alert, heldForMorning: true } }, 'quiet_hours', reason),
  )
  return { ...held, summaries: batch.summaries.filter(({ severity }) => severity === 'critical') }
}

function summaryOf(alerts: readonly Alert[]): Summary {
  const sorted = alerts.toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity) || a.openedAt - b.openedAt)
  return {
    kind: 'morning_summary',
    alerts: sorted,
    severity: highestSeverity(sorted.map(({ severity }) => severity)),
    title: `${sorted.length} ${sorted.length === 1 ? 'alert' : 'alerts'} while it was quiet`,
    body: sorted.map(({ title }) => title).join('\n'),
    channels: [],
  }
}

/** What was held and is still open goes out together. What cleared meanwhile lost its mark when it was closed; what was acknowledged is known. */
function tellTogether(batch: Batch): Batch {
  const isWaiting = ({ alert, decision }: Item) => alert.heldForMorning && decision.kind === 'tell'
  const alerts = batch.items.filter(isWaiting).map(({ alert }) => toldNow(alert))
  if (alerts.length === 0) return batch
  return {
    ...decide(batch, (item) => (isWaiting(item) ? { ...item, alert: toldNow(item.alert), decision: { kind: 'in_summary' } } : null)),
    summaries: [...batch.summaries, summaryOf(alerts)],
  }
}

export const quietHours: Stage = {
  name: 'quiet_hours',
  run: (batch, world) => (world.quiet.active ? hold(batch, world, world.quiet) : tellTogether(batch)),
}
