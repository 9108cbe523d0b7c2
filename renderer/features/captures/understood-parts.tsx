import type { CaptureAnswer } from '../../../shared/model/capture.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { Part } from './part.tsx'
import { capturesStrings as words } from './strings.ts'

/** Dates, people and the like as they were read; what was filled in is said to be. */
export function UnderstoodParts({ answer }: { readonly answer: CaptureAnswer }) {
  const formats = useFormats()
  const { client, due, effort, person, priority } = answer.extracted
  const when = due === null ? null : `${formats.fullDay(due.date)}${due.time === null ? '' : `, ${due.time}`}`
  const rows = [
    [
      words.fields.due,
      when,
      due === null || due.guessed.length === 0 ? null : words.guessedPart(due.guessed.map((part) => words.parts[part] ?? part).join(', ')),
    ],
    [words.fields.person, person, null],
    [words.fields.client, client, null],
    [words.fields.priority, priority?.toUpperCase() ?? null, null],
    [words.fields.effort, effort === null ? null : words.minutes(effort), null],
  ] as const
  const known = rows.filter(([, value]) => value !== null)
  if (known.length === 0) return null
  return (
    <Part title={words.understood}>
      <dl className="grid grid-cols-[4rem_1fr] gap-x-3 gap-y-0.5">
        {known.map(([label, value, hint]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd>
              {value}
              {hint !== null && <span className="ml-2 text-s text-ink-3">{hint}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
