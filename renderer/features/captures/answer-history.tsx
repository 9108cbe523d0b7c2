import { Moment } from '../../app/moment.tsx'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Part } from './part.tsx'
import { capturesStrings as words } from './strings.ts'

/** Every answer it was given, where there was more than one. */
export function AnswerHistory() {
  const answers = useFeature('captures', (state) => state.answers)
  const formats = useFormats()
  if (answers === null || answers.length < 2) return null
  return (
    <Part title={words.answers}>
      <ol>
        {answers.map((answer) => (
          <li key={answer.id} className="flex min-h-7 gap-3">
            <Moment at={answer.at} brief className="w-16 shrink-0 text-s leading-[1.6] text-ink-3" />
            <span>
              {words.classifiers[answer.classifier]}: {words.classes[answer.class]}
              {answer.classifier !== 'owner' && (
                <span className="ml-2 text-ink-3">{words.sure(formats.number(answer.confidence * 100))}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  )
}
