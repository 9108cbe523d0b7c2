import { singleClasses, type CaptureClass, type SingleClass } from '../domain/capture.ts'
import { featuresOf, type Features } from './features.ts'
import { mixtureFeatures, mixtureProbability } from './mixture.ts'
import { probabilitiesOf, type PerClass, type Weights } from './model.ts'
import { segmentsOf, type Span } from './segments.ts'

/** What the model says of one stretch of text, without what is extracted from it. */
export type Verdict = {
  readonly class: SingleClass
  readonly confidence: number
  readonly probabilities: PerClass
  readonly features: Features
}

export type Judgement = {
  readonly class: CaptureClass
  readonly confidence: number
  readonly review: boolean
  /** Why it is to be reviewed; null when it is not. */
  readonly doubt: string | null
  readonly whole: Verdict
  /** In the order of the text; one or none when the text is a single thing. */
  readonly parts: readonly (Span & Verdict)[]
  readonly mixture: Features
}

/** Below it an answer is reviewed, unless the owner configured another; the specification's number. */
const usualReviewBelow = 0.6
/** Two classes nearer than this are close, and a person decides. */
const closeness = 0.15
/** With nothing speaking above this, the text is thinking: a wrong task costs more than a missed one. */
const unsureBelow = 0.25

const actionable: readonly CaptureClass[] = ['personal_task', 'work_task', 'commitment']

const of = (probabilities: PerClass, kind: SingleClass): number => probabilities[singleClasses.indexOf(kind)] ?? 0

/** How likely it is that nothing should be made of it at all. */
const idle = (probabilities: PerClass): number => of(probabilities, 'thinking') + of(probabilities, 'venting')

const verdictOf = (features: Features, probabilities: PerClass): Verdict => {
  const confidence = Math.max(...probabilities)
  const kind = singleClasses[probabilities.indexOf(confidence)] ?? 'thinking'
  return confidence < unsureBelow
    ? { class: 'thinking', confidence: of(probabilities, 'thinking'), probabilities, features }
    : { class: kind, confidence, probabilities, features }
}

const nothingKnown: PerClass = singleClasses.map(() => 1 / singleClasses.length)

/** Whether any word of it is known: of a face, a number or another language, its length and punctuation say nothing. */
const understands = (features: Features, weights: Weights): boolean =>
  [...features.keys()].some((name) => /^(?:about |says "[^ ]+"|code |a link )/.test(name) && weights.features[name] !== undefined)

/** Nudges the probabilities, e.g. towards what a person answered for the same words before. */
export type Adjust = (text: string, probabilities: PerClass) => PerClass

/**
 * Judges a text as a whole and by its segments. The rule is lopsided on purpose: a task or a promise goes to review as soon as thinking
 * and venting together reach `weights.caution`, while the other classes need only be likely enough.
 */
export function judge(
  text: string,
  weights: Weights,
  adjust: Adjust = (_, probabilities) => probabilities,
  reviewBelow = usualReviewBelow,
): Judgement {
  const judgePart = (part: string): Verdict => {
    const features = featuresOf(part)
    return verdictOf(features, adjust(part, understands(features, weights) ? probabilitiesOf(features, weights) : nothingKnown))
  }
  const whole = judgePart(text)
  const spans = segmentsOf(text)
  const parts = spans.length < 2 ? [] : spans.map((span) => ({ ...span, ...judgePart(text.slice(span.start, span.end)) }))
  const mixture = mixtureFeatures(
    text,
    whole.probabilities,
    parts.map((part) => part.probabilities),
  )
  const mixed = mixtureProbability(mixture, weights.mixture)

  if (mixed > 0.5 && new Set(parts.map((part) => part.class)).size > 1) {
    const risky = parts.some(
      (part) => actionable.includes(part.class) && (idle(part.probabilities) >= weights.caution || part.confidence < reviewBelow),
    )
    const doubt =
      mixed < reviewBelow
        ? 'it may be one thing only'
        : risky || idle(whole.probabilities) > 0.3
          ? 'a part that looks like something to do may be just a thought or a vent'
          : null
    return { class: 'mixed', confidence: mixed, review: doubt !== null, doubt, whole, parts, mixture }
  }

  const confidence = whole.confidence * (1 - Math.min(mixed, 0.5))
  const runnerUp = Math.max(...whole.probabilities.filter((_, at) => singleClasses[at] !== whole.class))
  const doubt =
    confidence < reviewBelow
      ? 'it is not clear enough'
      : whole.confidence - runnerUp < closeness
        ? 'two classes are close'
        : actionable.includes(whole.class) && idle(whole.probabilities) >= weights.caution
          ? 'it may be just a thought or a vent'
          : null
  return { class: whole.class, confidence, review: doubt !== null, doubt, whole, parts, mixture }
}
