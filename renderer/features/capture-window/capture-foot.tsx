import { CalendarDays, UserRound } from 'lucide-react'
import type { UnderstoodSpanView } from '../../../shared/model/capture.ts'
import { modifierName } from '../../app/platform.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { captureStrings as words } from './strings.ts'

const icons = { date: CalendarDays, person: UserRound } as const

/** As many as fit beside the keys. */
const shown = 3

/** What was understood, in words and with a shape: colour is never the only sign. On the right the keys. */
export function CaptureFoot({
  id,
  spans,
  isPlain,
  onPlain,
  onSave,
}: {
  readonly id: string
  readonly spans: readonly UnderstoodSpanView[]
  readonly isPlain: boolean
  readonly onPlain: () => void
  readonly onSave: () => void
}) {
  return (
    <footer className="flex min-h-10 items-center gap-4 border-t border-line px-6 text-s text-ink-2">
      <p id={id} role="status" className="flex min-w-0 flex-1 items-center gap-3 overflow-hidden">
        {isPlain ? (
          <span className="truncate">{words.plainKept}</span>
        ) : (
          spans.slice(0, shown).map((span) => <Understood key={span.start} span={span} />)
        )}
        {!isPlain && spans.length > shown && <span className="shrink-0 text-ink-3">{words.more(spans.length - shown)}</span>}
      </p>
      <button
        type="button"
        onClick={onSave}
        aria-keyshortcuts="Enter"
        className="flex min-h-6 shrink-0 items-center gap-1.5 rounded-control hover:text-ink"
      >
        {words.save} <Kbd>Enter</Kbd>
      </button>
      <button
        type="button"
        onClick={onPlain}
        aria-pressed={isPlain}
        aria-keyshortcuts="Control+D Meta+D"
        className="flex min-h-6 shrink-0 items-center gap-1.5 rounded-control hover:text-ink aria-pressed:text-ink"
      >
        {isPlain ? words.read : words.plain} <Kbd>{modifierName()} D</Kbd>
      </button>
    </footer>
  )
}

function Understood({ span }: { readonly span: UnderstoodSpanView }) {
  const Icon = icons[span.kind]
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon role="img" aria-label={words.kinds[span.kind]} className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.8} />
      <span className="truncate text-ink">{span.text}</span>
    </span>
  )
}
