import type { CycleDocument } from '../../operator/cycle-document.ts'
import { table } from '../table.ts'
import { terminalText } from '../terminal-text.ts'

/** A cycle for a person: what holds and what became of it, what was held back, and what could not be seen. */
export function cycleWords(cycle: CycleDocument): string {
  const ran = Object.entries(cycle.monitors).flatMap(([name, monitor]) => (monitor.ran ? [name] : []))
  const head = `${cycle.now}  Checked ${ran.length === 0 ? 'nothing' : ran.join(', ')} in ${Math.round(cycle.duration_ms)} ms${cycle.dry_run ? ' (dry run: nothing was delivered)' : ''}.`
  return [head, findings(cycle), held(cycle), unjudged(cycle), failures(cycle), sources(cycle)].filter((part) => part !== '').join('\n')
}

function findings({ findings: all, messages }: CycleDocument): string {
  if (all.length === 0) return 'Nothing to say.'
  const told = (key: string) =>
    messages
      .filter((message) => message.keys.includes(key) && message.channel !== 'journal')
      .map((message) => `${message.channel} ${message.outcome.replaceAll('_', ' ')}`)
      .join(', ')
  // The words last: the other columns have a width of their own.
  const rows = all.map(({ body, key, severity, title }) => [
    severity,
    terminalText(key),
    told(key) || '–',
    terminalText(`${title} ${body}`),
  ])
  return table(['severity', 'key', 'told', 'what'], rows)
}

function held({ suppressed }: CycleDocument): string {
  return suppressed.map(({ key, reason }) => `Not sent: ${terminalText(key)} (${terminalText(reason)})`).join('\n')
}

/** One line for all of them: on a new installation every rule lacks data. */
function unjudged({ monitors }: CycleDocument): string {
  const rules = Object.values(monitors)
    .flatMap((monitor) => Object.entries(monitor.rules))
    .filter(([, { outcome }]) => outcome === 'insufficient_data')
    .map(([rule, { detail }]) => `${rule}${detail === undefined ? '' : ` (${detail})`}`)
  return rules.length === 0 ? '' : `Not judged, for want of data: ${rules.join(', ')}.`
}

function failures({ monitors }: CycleDocument): string {
  return Object.entries(monitors)
    .filter(([, { error }]) => error !== null)
    .map(([name, { error }]) => `The ${name} monitor failed: ${terminalText(error ?? '')}`)
    .join('\n')
}

function sources({ sources: all }: CycleDocument): string {
  const words = Object.entries(all).map(([name, { from, newest_reading: newest, state }]) => {
    const detail = [from === 'none' ? null : `from ${from.replaceAll('_', ' ')}`, newest === null ? null : `newest ${newest}`].filter(
      (part) => part !== null,
    )
    return `${name} ${state.replaceAll('_', ' ')}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}`
  })
  return words.length === 0 ? '' : `Sources: ${words.join('; ')}.`
}
