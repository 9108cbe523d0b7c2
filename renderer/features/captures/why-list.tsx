import type { CaptureAnswer } from '../../../shared/model/capture.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { loudFeatures } from './loud-features.ts'
import { Part } from './part.tsx'
import { capturesStrings as words } from './strings.ts'

/** The reason in a sentence, then the features that spoke with their weight: to the right for the answer, in grey against it. */
export function WhyList({ answer }: { readonly answer: CaptureAnswer }) {
  const formats = useFormats()
  const features = loudFeatures(answer.features)
  return (
    <Part title={words.why}>
      <p>
        {answer.classifier !== 'owner' && `${words.classifiers[answer.classifier]}: `}
        {answer.reason}
        {answer.classifier !== 'owner' && <span className="ml-2 text-ink-3">{words.sure(formats.number(answer.confidence * 100))}</span>}
      </p>
      {features.length > 0 && (
        <ul aria-label={words.spoke} className="mt-2 max-w-[30rem] text-s">
          {features.map((feature) => (
            <li key={feature.name} className="grid min-h-5.5 grid-cols-[1fr_1fr_3.5rem] items-center gap-3">
              <span className="text-ink-2">{feature.name.replaceAll('_', ' ')}</span>
              <span
                aria-hidden="true"
                className={feature.weight < 0 ? 'h-1.5 rounded-full bg-line-strong' : 'h-1.5 rounded-full bg-accent'}
                style={{ width: `${Math.max(feature.share * 100, 2)}%` }}
              />
              <span className="text-right text-ink-3 tabular-nums">
                {feature.weight < 0 ? '−' : '+'}
                {formats.number(Math.abs(feature.weight), 2)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
