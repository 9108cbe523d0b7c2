import type { CaptureAnswer, CaptureView } from '../../../shared/model/capture.ts'
import type { Capture } from '../../store/captures.ts'
import type { Classification } from '../../store/classifications.ts'
import type { CaptureAnswerRecord } from './capture-answer.ts'

type Answer = Classification<CaptureAnswerRecord>

/** The answer in force: the latest that was not replaced. */
export function currentAnswer(answers: readonly Answer[]): Answer | null {
  return answers.findLast(({ state }) => state === 'proposed' || state === 'accepted' || state === 'undone') ?? null
}

/** An answer as the window sees it; over the bridge it is parsed on its way out. The bridge's lists are mutable in type only. */
export function answerView({ answer, at, class: kind, classifier, confidence, id }: Answer): CaptureAnswer {
  const { extracted, features, reason, segments } = answer.said
  // The store keeps classes and classifiers as text; they were written from these very types.
  return structuredClone({ id, at, classifier, class: kind, confidence, reason, features, extracted, segments }) as CaptureAnswer
}

const states = { proposed: 'review', accepted: 'filed', undone: 'undone' } as const

function stateOf(answer: Answer | null): CaptureView['state'] {
  if (answer === null) return 'kept'
  return answer.state === 'proposed' || answer.state === 'accepted' || answer.state === 'undone' ? states[answer.state] : 'kept'
}

export function captureView({ at, id, origin, text }: Capture, answers: readonly Answer[]): CaptureView {
  const current = currentAnswer(answers)
  return {
    id,
    text,
    at,
    origin,
    state: stateOf(current),
    answer: current === null ? null : answerView(current),
    made: [...(current?.answer.made ?? [])],
    unheard: current?.answer.unheard ?? null,
  }
}
