import { datesIn, type DateContext } from './dates.ts'
import type { KnownNames } from './extract.ts'
import { peopleIn } from './people.ts'
import type { Span } from './segments.ts'

/** A stretch of the text that was understood, for highlighting while it is typed. */
export type UnderstoodSpan = Span & { readonly kind: 'date' | 'person'; readonly text: string }

/** The dates and people understood in a text, in its order. Dates win where both claim the same words (`April`, `June`). */
export async function understood(text: string, context: DateContext & KnownNames): Promise<readonly UnderstoodSpan[]> {
  const dates = (await datesIn(text, context)).map(({ start, end }): UnderstoodSpan => ({
    kind: 'date',
    start,
    end,
    text: text.slice(start, end),
  }))
  const people = peopleIn(text, context.people)
    .map(({ start, end }): UnderstoodSpan => ({ kind: 'person', start, end, text: text.slice(start, end) }))
    .filter((person) => dates.every((date) => person.end <= date.start || person.start >= date.end))
  return [...dates, ...people].sort((left, right) => left.start - right.start)
}
