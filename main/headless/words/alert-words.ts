import type { AlertDetail, AlertView } from '../../../shared/model/alert.ts'
import { table } from '../table.ts'
import { terminalText } from '../terminal-text.ts'
import { exactTime, relativeTime } from '../time-words.ts'

/** The inbox as a table; `empty` is said when there is nothing in it. */
export function alertsTable(alerts: readonly AlertView[], now: number, empty: string): string {
  if (alerts.length === 0) return empty
  return table(
    ['severity', 'state', 'since', 'key', 'what'],
    alerts.map((alert) => [
      alert.severity,
      stateWords(alert, now),
      relativeTime(alert.openedAt, now),
      terminalText(alert.key),
      terminalText(`${alert.title}${alert.sample ? ' (sample)' : ''}`),
    ]),
  )
}

function stateWords(alert: AlertView, now: number): string {
  if (alert.state === 'snoozed' && alert.snoozedUntil !== null) return `snoozed, back ${relativeTime(alert.snoozedUntil, now)}`
  return alert.suppression === null ? alert.state : `${alert.state}, not sent`
}

/** One alert: what, why, what became of it. */
export function alertWords({ alert, ruleMuted, steps }: AlertDetail, now: number, zone: string): string {
  const evidence = Object.entries(alert.evidence).map(([name, value]) => [
    name.replaceAll('_', ' '),
    terminalText(Array.isArray(value) ? value.join(', ') : String(value)),
  ])
  const history = steps.map((step) => [
    exactTime(step.at, zone),
    step.kind,
    terminalText(step.channel === null ? step.text : `${step.channel}: ${step.text}`),
  ])
  return [
    `${terminalText(alert.title)}\n${terminalText(alert.body)}`,
    `${alert.severity}, ${stateWords(alert, now)}, since ${exactTime(alert.openedAt, zone)} (${relativeTime(alert.openedAt, now)})`,
    alert.suppression === null
      ? ''
      : `Not sent: ${terminalText(alert.suppression.reason)} (${alert.suppression.stage.replaceAll('_', ' ')})`,
    ruleMuted ? `The rule ${alert.rule} is muted.` : '',
    table(['why', ''], evidence),
    table(['when', 'what', ''], history),
    `Key ${terminalText(alert.key)}, id ${alert.id}${alert.rating === null ? '' : `, rated ${alert.rating}`}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
