import type { CaptureClass, Extracted } from '../domain/capture.ts'
import { clientOf } from './client.ts'
import { dueAmong, type SpokenDate } from './dates.ts'
import { effortOf } from './effort.ts'
import { peopleIn, personOf } from './people.ts'
import { priorityOf } from './priority.ts'
import { titleOf } from './title.ts'

/** The owner's world: known clients and people, by the names the owner uses. */
export type KnownNames = { readonly clients: readonly string[]; readonly people: readonly string[] }

/** What a text, or a segment of one, says beside its class. `dates` are those found in this very text. */
export function extractedFrom(text: string, kind: CaptureClass, dates: readonly SpokenDate[], known: KnownNames): Extracted {
  const due = dueAmong(text, dates)
  const effort = effortOf(text)
  const client = clientOf(text, known.clients, kind === 'work_task' || kind === 'commitment')
  const person = personOf(
    text,
    peopleIn(text, known.people).filter(
      (mention) =>
        (mention.text !== client || kind === 'commitment') && dates.every((date) => mention.end <= date.start || mention.start >= date.end),
    ),
  )
  const title = titleOf(text, [...(due === null ? [] : [due]), ...(effort === null ? [] : [effort])])
  return {
    // `Call` alone says nothing once the day is cut away; with the person it does.
    title: person !== null && !title.includes(' ') && title.toLowerCase() !== person.text.toLowerCase() ? `${title} ${person.text}` : title,
    due: due?.due ?? null,
    person: person?.text ?? null,
    client,
    priority: priorityOf(text),
    effort: effort?.minutes ?? null,
  }
}
