import type { AlertView } from '../../../shared/model/alert.ts'
import type { Formats } from '../../app/formats.ts'
import { evidenceStrings as words } from './evidence-strings.ts'

type Evidence = AlertView['evidence']

/** A number set large, with its unit and what it is. */
export type Fact = { readonly label: string; readonly figure: string; readonly unit: string }
/** A line of the rest. */
export type Particular = { readonly label: string; readonly text: string }

/** In the order in which a person asks: what it is, against what, compared with what. */
const figures = [
  'value',
  'days_late',
  'hours_left',
  'count',
  'nights',
  'ratio',
  'mean_last_7_days',
  'mean_7_days_before',
  'decline_percent',
  'deviation_percent',
  'threshold',
  'baseline',
  'created',
  'completed',
] as const

/** Splits an alert's evidence into at most four figures and the particulars, in words. */
export function readEvidence(
  alert: Pick<AlertView, 'evidence' | 'rule' | 'severity'>,
  formats: Formats,
): { readonly facts: readonly Fact[]; readonly particulars: readonly Particular[] } {
  const { evidence, rule } = alert
  const shown = figures.filter((name) => typeof evidence[name] === 'number').slice(0, 4)
  const facts = shown.map((name): Fact => {
    const value = Number(evidence[name])
    return {
      label: labelOf(name, alert),
      figure: figureOf(value, formats),
      unit: unitOf(name, rule),
    }
  })
  const rest = Object.entries(evidence).filter(([name, value]) => !shown.some((one) => one === name) && value !== null && !isEmpty(value))
  return {
    facts,
    particulars: rest.map(([name, value]) => ({ label: words.labels[name] ?? humanize(name), text: textOf(name, value, formats) })),
  }
}

/** What was measured and where its line is are said in the rule's own words where it has some. */
function labelOf(name: string, { rule, severity }: Pick<AlertView, 'rule' | 'severity'>): string {
  const own = name === 'value' ? words.valueLabels[rule] : name === 'threshold' ? words.thresholdLabels[rule]?.(severity) : undefined
  return own ?? words.labels[name] ?? humanize(name)
}

/** A threshold has its rule's unit, except where the rule judges a share of what is usual. */
function unitOf(name: string, rule: string): string {
  if (name.endsWith('_percent')) return '%'
  if (name === 'threshold') return words.thresholdUnits[rule] ?? words.units[rule] ?? ''
  return name === 'value' || name === 'baseline' ? (words.units[rule] ?? '') : ''
}

function isEmpty(value: Evidence[string]): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

function figureOf(value: number, formats: Formats): string {
  return formats.number(value, Number.isInteger(value) ? 0 : 1)
}

function textOf(name: string, value: Evidence[string], formats: Formats): string {
  if (Array.isArray(value))
    return value.map((one) => (typeof one === 'number' ? figureOf(one, formats) : dayOrWords(one, formats))).join(', ')
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number')
    return name.endsWith('_seconds') ? (value < 60 ? words.underAMinute : formats.duration(value * 1000)) : figureOf(value, formats)
  return value === null ? '' : dayOrWords(value, formats)
}

function dayOrWords(value: string | number, formats: Formats): string {
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formats.fullDay(text) : (words.sources[text] ?? text)
}

function humanize(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
