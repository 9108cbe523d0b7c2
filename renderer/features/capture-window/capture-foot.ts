import type { UnderstoodSpanView } from '../../../shared/model/capture.ts'
import { modifierName } from '../../app/platform.ts'
import type { CaptureState } from './capture-store.ts'
import { element } from './element.ts'
import type { IconName } from './icon-name.ts'
import { icon } from './icon.ts'
import { keyCap } from './key-cap.ts'
import { captureStrings as words } from './strings.ts'

const icons: Readonly<Record<UnderstoodSpanView['kind'], IconName>> = { date: 'calendar-days', person: 'user-round' }

/** As many as fit beside the keys. */
const shown = 3

const button = 'flex min-h-6 shrink-0 items-center gap-1.5 rounded-control hover:text-ink aria-pressed:text-ink'

export type CaptureFoot = { readonly element: HTMLElement; readonly show: (state: CaptureState) => void }

/** What was understood, in words and with a shape: colour is never the only sign. On the right the keys. */
export function captureFoot(id: string, onSave: () => void, onPlain: () => void): CaptureFoot {
  const understood = element('p', { id, role: 'status', class: 'flex min-w-0 flex-1 items-center gap-3 overflow-hidden' })
  const save = element('button', { type: 'button', 'aria-keyshortcuts': 'Enter', class: button }, words.save, keyCap('Enter'))
  const plainLabel = element('span', {})
  const plain = element(
    'button',
    { type: 'button', 'aria-keyshortcuts': 'Control+D Meta+D', class: button },
    plainLabel,
    keyCap(`${modifierName()} D`),
  )
  save.addEventListener('click', onSave)
  plain.addEventListener('click', onPlain)
  return {
    element: element(
      'footer',
      { class: 'flex min-h-10 items-center gap-4 border-t border-line px-6 text-s text-ink-2' },
      understood,
      save,
      plain,
    ),
    show: ({ spans, isPlain }) => {
      const said = isPlain ? [element('span', { class: 'truncate' }, words.plainKept)] : wordsOf(spans)
      // A region that is written anew is read out anew, so it is left alone where it says the same.
      if (said.map((each) => each.outerHTML).join('') !== understood.innerHTML) understood.replaceChildren(...said)
      plain.setAttribute('aria-pressed', String(isPlain))
      plainLabel.textContent = isPlain ? words.read : words.plain
    },
  }
}

function wordsOf(spans: readonly UnderstoodSpanView[]): readonly HTMLElement[] {
  const first = spans
    .slice(0, shown)
    .map(({ kind, text }) =>
      element(
        'span',
        { class: 'flex min-w-0 items-center gap-1.5' },
        icon(icons[kind], words.kinds[kind], 'size-3.5 shrink-0 text-ink-3'),
        element('span', { class: 'truncate text-ink' }, text),
      ),
    )
  if (spans.length <= shown) return first
  return [...first, element('span', { class: 'shrink-0 text-ink-3' }, words.more(spans.length - shown))]
}
