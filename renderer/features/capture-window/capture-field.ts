import type { CaptureState } from './capture-store.ts'
import { element } from './element.ts'
import { captureStrings as words } from './strings.ts'
import { textPieces } from './text-pieces.ts'

const marks = {
  date: 'rounded-[3px] bg-accent-soft ring-2 ring-accent-soft text-accent',
  person: 'rounded-[3px] bg-good-soft ring-2 ring-good-soft text-good',
} as const

/** The same for both layers, or the marks would stand beside their words. */
const layer = 'col-start-1 row-start-1 w-full text-[1.125rem] leading-[1.5] tracking-[-0.01em] break-words whitespace-pre-wrap'

export type CaptureField = {
  readonly element: HTMLElement
  readonly show: (state: CaptureState) => void
  readonly has: (target: EventTarget | null) => boolean
  readonly focus: () => void
}

/**
 * A text field with marks in it. A text area cannot mark its own text, so the text is drawn a second time behind it, with the marks, and
 * the field's own letters are clear glass over that. Both lie in one cell of a grid: the drawn text gives the height, one scroller moves both.
 */
export function captureField(describedBy: string, onWrite: (text: string) => void): CaptureField {
  const drawn = element('div', { 'aria-hidden': 'true', class: layer })
  const area = element('textarea', {
    rows: '1',
    spellcheck: 'false',
    'aria-label': words.field,
    'aria-describedby': describedBy,
    placeholder: words.hint,
    class: `${layer} resize-none overflow-hidden bg-transparent text-transparent caret-accent outline-none`,
  })
  area.addEventListener('input', () => onWrite(area.value))
  const grid = element('div', { class: 'grid' }, drawn, area)
  return {
    element: element('div', { class: 'max-h-80 min-h-21.5 overflow-y-auto px-6 pt-4.5 pb-3' }, grid),
    show: ({ text, spans, phase }) => {
      const pieces = textPieces(text, spans).map(({ kind, text: piece }) =>
        element('span', kind === null ? {} : { class: marks[kind] }, piece),
      )
      // An empty last line has no height of its own.
      drawn.replaceChildren(...pieces, '\u200b')
      // Set only where it differs: setting it moves the caret to the end.
      if (area.value !== text) area.value = text
      area.readOnly = phase === 'saving'
    },
    has: (target) => target === area,
    focus: () => area.focus(),
  }
}
