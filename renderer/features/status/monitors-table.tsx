import type { StatusView } from '../../../shared/model/status.ts'
import { Moment } from '../../app/moment.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { classNames } from '../../ui/class-names.ts'
import { OutcomeMark } from '../../ui/outcome-mark.tsx'
import type { Outcome } from '../../ui/outcome-mark.tsx'
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
      <Table label={words.monitors} columns={[columns.monitor, columns.rules, columns.last, columns.took, columns.next]}>
        {monitors.map((monitor) => (
          <Row key={monitor.id}>
            <HeadCell>{monitor.title}</HeadCell>
            <Cell wide>
              <Rules monitor={monitor} />
              {monitor.error !== null && <p className="max-w-[44ch] text-s text-critical">{monitor.error}</p>}
            </Cell>
            <Cell>{monitor.enabled ? monitor.lastCheck === null ? words.never : <Moment at={monitor.lastCheck} /> : words.monitorOff}</Cell>
            <Cell>{monitor.durationMs === null ? '' : formats.duration(monitor.durationMs)}</Cell>
            <Cell>{monitor.nextCheck === null || !monitor.enabled ? '' : <Moment at={monitor.nextCheck} />}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  )
}

const outcomes: readonly Outcome[] = ['firing', 'clear', 'insufficient_data', 'not_due', 'off']

/** Each rule's last verdict. */
function Rules({ monitor }: { readonly monitor: Monitor }) {
  if (monitor.rules.length === 0) return null
  return (
    <ul
      aria-label={words.rulesOf(monitor.title)}
      className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-5 gap-y-1 text-s normal-nums"
    >
      {monitor.rules.map((rule) => {
        const outcome = outcomes.find((one) => one === rule.outcome) ?? 'off'
        const firing = outcome === 'firing'
        const verdict = [words.outcomes[outcome], rule.detail].filter((part) => part !== null).join(', ')
        return (
          <li key={rule.rule} className="flex min-w-0 items-center gap-1.5 leading-[1.35rem]">
            <OutcomeMark outcome={outcome} className={firing ? 'text-high' : 'text-ink-3'} />
            <span className={classNames('shrink-0', firing && 'font-medium text-ink')}>{ruleNames[rule.rule] ?? rule.rule}</span>
            <span title={verdict} className="min-w-0 truncate text-ink-3">
              {verdict}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
