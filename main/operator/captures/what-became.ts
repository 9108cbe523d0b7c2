import type { CaptureView, Made } from '../../../shared/model/capture.ts'

const kinds: Readonly<Record<Made['kind'], string>> = { task: 'Task', promise: 'Promise', note: 'Note', idea: 'Idea', journal: 'Journal' }

/** One line for whoever captured it: what became of the thought. */
export function whatBecame({ answer, made, state }: CaptureView): string {
  switch (state) {
    case 'kept':
      return 'Kept.'
    case 'review':
      return `Kept for review: perhaps ${answer?.class.replace('_', ' ') ?? 'thinking'}.`
    case 'undone':
      return 'Kept; what it had become was taken back.'
    case 'filed':
      return `${made.map(({ kind, title }) => (kind === 'journal' ? 'Kept in the journal' : `${kinds[kind]}: ${title}`)).join('. ')}.`
  }
}
