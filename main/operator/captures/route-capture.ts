import type { Made } from '../../../shared/model/capture.ts'
import { assertNever } from '../../domain/assert-never.ts'
import type { CaptureClass, Extracted, Segment } from '../../domain/capture.ts'
import type { Due } from '../../domain/due.ts'
import { instantAt, type TimeZone } from '../../domain/local-day.ts'

/** Something a capture becomes, before it is written. */
export type Routed =
  | { readonly kind: 'task'; readonly title: string; readonly due: Due | null; readonly extracted: Extracted; readonly isWork: boolean }
  | { readonly kind: 'promise'; readonly title: string; readonly to: string; readonly due: Due | null }
  | { readonly kind: 'note' | 'idea' | 'journal'; readonly title: string }

export type Answered = {
  readonly class: CaptureClass
  readonly extracted: Extracted
  readonly segments: readonly Pick<Segment, 'class' | 'extracted'>[]
}

/** A promise needs somebody it was made to. */
const someone = 'someone'

export function dueOf(extracted: Extracted, zone: TimeZone): Due | null {
  const { due } = extracted
  if (due === null) return null
  if (due.time === null) return { kind: 'day', day: due.date }
  const [hours = 0, minutes = 0] = due.time.split(':').map(Number)
  return { kind: 'moment', at: instantAt(due.date, hours * 60 + minutes, zone) }
}

/** Where each class goes; a mixed one goes by its segments. Pure. */
export function routesOf(answered: Answered, zone: TimeZone): readonly Routed[] {
  const { class: kind, extracted } = answered
  switch (kind) {
    case 'thinking':
    case 'venting':
    case 'observation':
      return [{ kind: 'journal', title: extracted.title }]
    case 'note':
      return [{ kind: 'note', title: extracted.title }]
    case 'idea':
      return [{ kind: 'idea', title: extracted.title }]
    case 'personal_task':
    case 'work_task':
      return [{ kind: 'task', title: extracted.title, due: dueOf(extracted, zone), extracted, isWork: kind === 'work_task' }]
    case 'commitment':
      return [{ kind: 'promise', title: extracted.title, to: extracted.person ?? someone, due: dueOf(extracted, zone) }]
    case 'mixed':
      return answered.segments.flatMap((segment) => routesOf({ ...segment, segments: [] }, zone))
    default:
      return assertNever(kind)
  }
}

/** What stands for a routed thing before it has an id. */
export function madeOf(routed: Routed, id: string): Made {
  return { kind: routed.kind, id, title: routed.kind === 'promise' ? `${routed.title} (to ${routed.to})` : routed.title }
}
