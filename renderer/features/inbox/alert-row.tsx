import type { AlertView } from '../../../shared/model/alert.ts'
import { Moment } from '../../app/moment.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { inboxStrings as words, severityNames } from './strings.ts'

/** Never told, as against not told again within its window. */
function isHeld({ suppression }: AlertView): boolean {
  return suppression !== null && suppression.stage !== 'deduplicate'
}

export function rowId(alertId: string): string {
  return `alert-${alertId}`
}

/** One alert of the list: what it means, then what it says of itself. */
export function AlertRow({
  alert,
  position,
  count,
  selected,
  onChoose,
}: {
  readonly alert: AlertView
  readonly position: number
  readonly count: number
  readonly selected: boolean
  readonly onChoose: () => void
}) {
  const quiet = alert.state !== 'open'
  const mark = alert.state === 'open' && isHeld(alert) ? words.heldMark : words.stateMarks[alert.state]
  return (
    // The listbox holds the focus and the keys; a row is only pointed at.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      id={rowId(alert.id)}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={count}
      onClick={onChoose}
      className={classNames(
        'grid h-full grid-cols-[1.375rem_minmax(0,1fr)_auto] content-center gap-x-1.5 gap-y-0.5 rounded-row px-3',
        selected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="pt-0.75">
        <SeverityMark severity={alert.severity} label={severityNames[alert.severity]} />
      </span>
      <span className={classNames('truncate tracking-[-0.005em]', quiet ? 'text-ink-2' : 'font-medium')}>{alert.title}</span>
      <Moment at={alert.openedAt} brief className="text-s text-ink-3" />
      <span className="col-span-2 col-start-2 flex gap-1.5 truncate text-s text-ink-2">
        <span className="truncate">{alert.body}</span>
        {mark !== '' && <span className="ml-auto shrink-0 text-ink-3">{mark}</span>}
      </span>
    </div>
  )
}
