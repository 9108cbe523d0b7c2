import type { KeyboardEvent, Ref } from 'react'
import type { UnderstoodSpanView } from '../../../shared/model/capture.ts'
import { captureStrings as words } from './strings.ts'
import { textPieces } from './text-pieces.ts'

const marks = {
  date: 'rounded-[3px] bg-accent-soft ring-2 ring-accent-soft text-accent',
  person: 'rounded-[3px] bg-good-soft ring-2 ring-good-soft text-good',
} as const

/** The same for both layers, or the marks would stand beside their words. */
const layer = 'col-start-1 row-start-1 w-full text-[1.125rem] leading-[1.5] tracking-[-0.01em] break-words whitespace-pre-wrap'

/**
 * A text field with marks in it. A text area cannot mark its own text, so the text is drawn a second time behind it, with the marks, and
 * the field's own letters are clear glass over that. Both lie in one cell of a grid: the drawn text gives the height, one scroller moves both.
 */
export function CaptureField({
  text,
  spans,
  isBusy,
  describedBy,
  onWrite,
  onKeyDown,
  ref,
}: {
  readonly text: string
  readonly spans: readonly UnderstoodSpanView[]
  readonly isBusy: boolean
  readonly describedBy: string
  readonly onWrite: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly ref: Ref<HTMLTextAreaElement>
}) {
  return (
    <div className="grid">
      <div aria-hidden="true" className={layer}>
        {textPieces(text, spans).map((piece) => (
          <span key={piece.start} className={piece.kind === null ? undefined : marks[piece.kind]}>
            {piece.text}
          </span>
        ))}
        {/* An empty last line has no height of its own. */}
        {'\u200b'}
      </div>
      <textarea
        ref={ref}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window is opened to be typed in
        autoFocus
        rows={1}
        value={text}
        readOnly={isBusy}
        spellCheck={false}
        aria-label={words.field}
        aria-describedby={describedBy}
        placeholder={words.hint}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKeyDown}
        className={`${layer} resize-none overflow-hidden bg-transparent text-transparent caret-accent outline-none`}
      />
    </div>
  )
}
