import type { StatusView } from '../../../shared/model/status.ts'
import { Moment } from '../../app/moment.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Cell, HeadCell, Row, Table } from '../../ui/table.tsx'
import { ruleNames } from '../inbox/rule-names.ts'
import { statusStrings as words } from './strings.ts'

type Monitor = StatusView['monitors'][number]

export function MonitorsTable({ monitors }: { readonly monitors: readonly Monitor[] }) {
  const formats = useFormats()
  const { columns } = words
  return (
    <section>
      <h2 className="mb-2 text-l">{words.monitors}</h2>
      <Table label={words.monitors} columns={[columns.monitor, columns.last, columns.took, columns.next]}>
        {monitors.map((monitor) => (
          <Row key={monitor.id}>
            <HeadCell>
              {monitor.title}
              <Rules monitor={monitor} />
            </HeadCell>
            <Cell>
              {monitor.enabled ? monitor.lastCheck === null ? words.never : <Moment at={monitor.lastCheck} /> : words.monitorOff}
              {monitor.error !== null && <p className="max-w-[44ch] text-s text-critical">{monitor.error}</p>}
            </Cell>
            <Cell>{monitor.durationMs === null ? '' : formats.duration(monitor.durationMs)}</Cell>
            <Cell>{monitor.nextCheck === null || !monitor.enabled ? '' : <Moment at={monitor.nextCheck} />}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  )
}

/** Each rule's last verdict, on one line each. */
function Rules({ monitor }: { readonly monitor: Monitor }) {
  if (monitor.rules.length === 0) return null
  return (
    <ul aria-label={words.rulesOf(monitor.title)} className="mt-1 mb-1.5 flex flex-col gap-0.5 text-s font-book text-ink-2">
      {monitor.rules.map((rule) => (
        <li key={rule.rule} className="flex gap-2">
          <span className="w-44 truncate">{ruleNames[rule.rule] ?? rule.rule}</span>
          <span className={rule.outcome === 'firing' ? 'font-medium text-ink' : 'text-ink-3'}>
            {words.outcomes[rule.outcome] ?? rule.outcome}
            {rule.detail !== null && `, ${rule.detail}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
