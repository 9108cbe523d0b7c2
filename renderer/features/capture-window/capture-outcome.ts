import type { Made } from '../../../shared/model/capture.ts'
import type { CaptureState } from './capture-store.ts'
import { element } from './element.ts'
import type { IconName } from './icon-name.ts'
import { icon } from './icon.ts'
import { keyCap } from './key-cap.ts'
import { outcomeParts, type OutcomePart } from './outcome-words.ts'
import { captureStrings as words } from './strings.ts'

const icons: Readonly<Record<Made['kind'], IconName>> = {
  task: 'list-checks',
  promise: 'heart-handshake',
  note: 'sticky-note',
  idea: 'lightbulb',
  journal: 'notebook-text',
}

export type CaptureOutcome = {
  readonly element: HTMLElement
  readonly show: (state: CaptureState) => void
  readonly has: (target: EventTarget | null) => boolean
  readonly focus: () => void
}

/** One line on what became of the thought, and the way back. It takes the focus, so that Z undoes and any letter begins the next thought. */
export function captureOutcome(onUndo: () => void): CaptureOutcome {
  const parts = element('div', { role: 'status', class: 'flex min-w-0 flex-1 flex-col gap-1' })
  const undo = element(
    'button',
    {
      type: 'button',
      'aria-keyshortcuts': 'Z',
      class:
        'inline-flex min-h-8 shrink-0 items-center justify-center gap-2 rounded-control border border-line-strong bg-surface px-3.25 text-m font-medium text-ink transition-[background-color] hover:bg-sunken active:bg-line',
    },
    words.undo,
    keyCap('Z'),
  )
  undo.addEventListener('click', onUndo)
  const whole = element('div', { tabindex: '-1', class: 'flex min-h-32 items-center gap-4 px-6 outline-none' }, parts, undo)
  return {
    element: whole,
    show: ({ saved }) => {
      if (saved === null) return parts.replaceChildren()
      parts.replaceChildren(...outcomeParts(saved).map(lineOf), element('p', { class: 'pl-6.5 text-s text-ink-3' }, words.writeOn))
      undo.hidden = saved.state === 'undone' || !saved.made.some(({ kind }) => kind === 'task' || kind === 'promise')
    },
    has: (target) => target === whole,
    focus: () => whole.focus(),
  }
}

function lineOf({ kind, label, title }: OutcomePart): HTMLElement {
  const line = element(
    'p',
    { class: 'flex min-w-0 items-center gap-2.5 text-l' },
    icon(kind === null ? 'circle-check' : icons[kind], null, 'size-4 shrink-0 text-good'),
    element('span', { class: 'shrink-0 font-medium' }, label),
  )
  if (title !== null) line.append(element('span', { class: 'truncate text-ink-2' }, title))
  return line
}
