import type { CaptureAnswer } from '../../../shared/model/capture.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { ClassMark } from './class-mark.tsx'
import { Part } from './part.tsx'
import { capturesStrings as words } from './strings.ts'

/** Dates, people and the like as they were read; what was filled in is said to be. */
export function UnderstoodParts({ answer }: { readonly answer: CaptureAnswer }) {
  const formats = useFormats()
  const { client, due, effort, person, priority } = answer.extracted
  const when = due === null ? null : `${formats.fullDay(due.date)}${due.time === null ? '' : `, ${due.time}`}`
  const rows = [
    [words.fields.due, when, due === null ? null : [words.readFrom(due.text), ...guesses(due.guessed)].join(', ')],
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

/** Year, month and day follow from a weekday or from "tomorrow", and need no doubt; an hour that was not said does. */
function guesses(parts: readonly string[]): readonly string[] {
  const doubtful = parts.filter((part) => part === 'hour' || part === 'meridiem')
  return doubtful.length === 0 ? [] : [words.guessedPart(doubtful.map((part) => words.parts[part] ?? part).join(', '))]
}

/** The parts of a thought that holds several, each as it would be filed. */
export function SegmentParts({ answer }: { readonly answer: CaptureAnswer }) {
  const formats = useFormats()
  if (answer.segments.length < 2) return null
  return (
    <Part title={words.segments}>
      <ol className="flex flex-col divide-y divide-line rounded-row border border-line">
        {answer.segments.map((segment) => {
          const { due, person } = segment.extracted
          const particulars = [words.classes[segment.class], person, due === null ? null : formats.fullDay(due.date)]
          return (
            <li key={segment.start} className="px-3.5 py-2">
              <p>{segment.text}</p>
              <p className="mt-0.5 flex items-center gap-1.5 text-s text-ink-3">
                <ClassMark kind={segment.class} />
                {particulars.filter((one) => one !== null).join(', ')}
              </p>
            </li>
          )
        })}
      </ol>
    </Part>
  )
}
