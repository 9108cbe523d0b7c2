import { singleClasses, type CaptureClass, type SpokenFeature, type SingleClass } from '../domain/capture.ts'
import type { Judgement } from './judge.ts'
import { phraseOf } from './phrases.ts'
import type { Weights } from './model.ts'

const mostFeatures = 8
const hundredths = 100

/** How a class is called in a sentence. */
const spoken: Readonly<Record<CaptureClass, string>> = {
  thinking: 'thinking aloud',
  venting: 'venting',
  observation: 'an observation',
  note: 'a note to keep',
  idea: 'an idea',
  personal_task: 'something to do, private',
  work_task: 'something to do at work',
  commitment: 'a promise',
  mixed: 'several things at once',
}

/** The features that spoke for or against the answer, the loudest first: their weight for this class over the mean of all classes. */
export function spokenFeatures(
  { class: kind, whole, mixture }: Pick<Judgement, 'class' | 'whole' | 'mixture'>,
  weights: Weights,
): readonly SpokenFeature[] {
  const spokenFor: SpokenFeature[] =
    kind === 'mixed'
      ? [...mixture].map(([name, strength]) => ({ name, weight: strength * (weights.mixture.features[name] ?? 0) }))
      : [...whole.features].flatMap(([name, strength]) => {
          const row = weights.features[name]
          if (row === undefined) return []
          const mean = row.reduce((sum, value) => sum + value, 0) / row.length
          const own = row[singleClasses.indexOf(whole.class)] ?? 0
          return [{ name, weight: (strength * (own - mean)) / hundredths }]
        })
  return spokenFor
    .map(({ name, weight }) => ({ name, weight: Math.round(weight * 100) / 100 }))
    .filter(({ weight }) => weight !== 0)
    .sort((left, right) => Math.abs(right.weight) - Math.abs(left.weight) || (left.name < right.name ? -1 : 1))
    .slice(0, mostFeatures)
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** One sentence for a person: what it was taken for, why, and what is in doubt. */
export function reasonFor(judgement: Judgement, features: readonly SpokenFeature[]): string {
  const doubt = judgement.doubt === null ? '' : `; to review, because ${judgement.doubt}`
  if (judgement.class === 'mixed') {
    const kinds = [...new Set(judgement.parts.map((part): SingleClass => part.class))].map((kind) => spoken[kind])
    return `Taken for several things at once: ${listed(kinds)}${doubt}.`
  }
  const because = [...new Set(features.filter(({ weight }) => weight > 0).map(({ name }) => phraseOf(name)))].slice(0, 3)
  const why = because.length === 0 ? 'nothing in it points elsewhere' : `it ${listed(because)}`
  return `Taken for ${spoken[judgement.class]}, because ${why}${doubt}.`
}
