import type { Severity } from '../../shared/model/severity.ts'
import { assertNever } from './assert-never.ts'

const colours: Readonly<Record<Severity, string>> = {
  critical: 'fill-critical',
  high: 'fill-high',
  medium: 'fill-medium',
  low: 'fill-low',
  info: 'fill-ink-3',
}

/** Severity as a shape and a colour: seen in grey, it still reads. `label` is said aloud; without it the mark is decoration. */
export function SeverityMark({ severity, label }: { readonly severity: Severity; readonly label?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      className={`size-3.5 shrink-0 ${colours[severity]}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <Shape severity={severity} />
    </svg>
  )
}

function Shape({ severity }: { readonly severity: Severity }) {
  switch (severity) {
    case 'critical':
      return <path d="M7 .6 13.4 7 7 13.4.6 7z" />
    case 'high':
      return <path d="M7 1.2 13.2 12.4H.8z" />
    case 'medium':
      return <circle cx="7" cy="7" r="5.4" />
    case 'low':
      return <rect x="2" y="5.4" width="10" height="3.2" rx="1.6" />
    case 'info':
      return <circle cx="7" cy="7" r="2.6" />
    default:
      return assertNever(severity)
  }
}
