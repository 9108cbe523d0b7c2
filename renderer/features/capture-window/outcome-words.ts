import type { CaptureView, Made } from '../../../shared/model/capture.ts'
import { assertNever } from '../../ui/assert-never.ts'
import { captureStrings as words, classNamesInWords } from './strings.ts'

/** One part of what became of a thought: a kind in a word, and its title where there is one. */
export type OutcomePart = { readonly kind: Made['kind'] | null; readonly label: string; readonly title: string | null }

/** What became of a thought, part by part; several where it was split. */
export function outcomeParts({ answer, made, state }: CaptureView): readonly OutcomePart[] {
  switch (state) {
    case 'kept':
      return [{ kind: null, label: words.kept, title: null }]
    case 'review':
      return [{ kind: null, label: words.review(classNamesInWords[answer?.class ?? 'thinking']), title: null }]
    case 'undone':
      return [{ kind: null, label: words.undone, title: null }]
    case 'filed':
      return made.map(({ kind, title }) =>
        kind === 'journal' ? { kind, label: words.journal, title: null } : { kind, label: words.made[kind], title },
      )
    default:
      return assertNever(state)
  }
}
