import { Check } from 'lucide-react'
import { classNames } from './class-names.ts'

/** Done or not, at the beginning of a row. Its target is larger than its circle. */
export function TickCircle({
  label,
  ticked,
  onToggle,
}: {
  readonly label: string
  readonly ticked: boolean
  readonly onToggle: () => void
}) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={ticked}
      aria-label={label}
      onClick={onToggle}
      className={classNames(
        'group/tick relative flex size-4.5 shrink-0 items-center justify-center rounded-full border transition-colors before:absolute before:-inset-1',
        ticked ? 'border-good bg-good text-surface' : 'border-ink-3 hover:border-good hover:text-good',
      )}
    >
      <Check
        aria-hidden="true"
        className={classNames('size-3 transition-opacity', !ticked && 'opacity-0 group-hover/tick:opacity-100')}
        strokeWidth={3}
      />
    </button>
  )
}
