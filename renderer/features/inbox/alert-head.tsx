import type { AlertView } from '../../../shared/model/alert.ts'
import type { Severity } from '../../../shared/model/severity.ts'
import type { Formats } from '../../app/formats.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { inboxStrings as words, monitorNames, severityNames } from './strings.ts'
import { ruleNames } from './rule-names.ts'

const colours: Readonly<Record<Severity, string>> = {
  critical: 'text-critical',
  high: 'text-high',
  medium: 'text-medium',
  low: 'text-low',
  info: 'text-ink-2',
}

export function AlertHead({ alert }: { readonly alert: AlertView }) {
  const formats = useFormats()
  const now = useNow()
  const rule = (ruleNames[alert.rule] ?? alert.rule).toLowerCase()
  const state = stateWords(alert, formats, now)
  return (
    <header className="mb-4.5 min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-s font-medium">
        <SeverityMark severity={alert.severity} />
        <span className={colours[alert.severity]}>{severityNames[alert.severity]}</span>
        <span className="font-book text-ink-3" title={formats.exact(alert.openedAt)}>
          {words.since(monitorNames[alert.monitor], rule, formats.brief(alert.openedAt, now))}
        </span>
        {alert.sample && <span className="rounded-full border border-line px-2 text-xs font-book text-ink-3">{words.sample}</span>}
      </p>
      <h2 className="mt-2 mb-1.5 text-xl leading-[1.3] tracking-[-0.018em] text-balance">{alert.title}</h2>
      <p className="max-w-[58ch] text-ink-2">{alert.body}</p>
      {state !== '' && <p className="mt-2.5 max-w-[58ch] rounded-row bg-sunken px-3 py-2 text-s text-ink-2">{state}</p>}
      {alert.flaps > 0 && <p className="mt-1.5 text-s text-ink-3">{words.flaps(alert.flaps)}</p>}
    </header>
  )
}

function stateWords(alert: AlertView, formats: Formats, now: number): string {
  const said = (at: number | null) => (at === null ? '' : formats.relative(at, now))
  switch (alert.state) {
    case 'open':
      return ''
    case 'acknowledged':
      return words.state.acknowledged(said(alert.acknowledgedAt))
    case 'snoozed':
      return words.state.snoozed(alert.snoozedUntil === null ? '' : formats.exact(alert.snoozedUntil))
    case 'resolved':
      return alert.closedBy === 'owner' ? words.state.closedByOwner(said(alert.closedAt)) : words.state.closedByRule(said(alert.closedAt))
    case 'dismissed':
      return words.state.dismissed(said(alert.closedAt))
  }
}
