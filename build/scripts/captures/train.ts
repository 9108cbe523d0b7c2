import { featuresOf, type Features } from '../../../main/capture/features.ts'
import { mixtureFeatures } from '../../../main/capture/mixture.ts'
import { normalized, probabilitiesOf, type PerClass, type Weights } from '../../../main/capture/model.ts'
import { singleClasses } from '../../../main/domain/capture.ts'
import { segmentsOf } from '../../../main/capture/segments.ts'
import { fitSoftmax, type Fit } from './softmax-fit.ts'
import { partOf, type Labelled } from './labelled.ts'

const classNumbers: Readonly<Record<string, number>> = Object.fromEntries(singleClasses.map((kind, at) => [kind, at]))
const foldSeed = 7

export const foldOf = (text: string, folds: number): number => partOf(text, foldSeed) % folds

/** Rows are rounded to hundredths and rows of almost nothing are dropped: the file is smaller and the answers are the same. */
const rounded = (fit: Fit): Pick<Weights, 'bias' | 'features'> => ({
  bias: Array.from(fit.bias, (value) => Math.round(value * 1000) / 1000),
  features: Object.fromEntries(
    [...fit.rows]
      .map(([name, row]) => [name, Array.from(row, (value) => Math.round(value * 100) || 0)] as const)
      .filter(([, row]) => row.some((value) => Math.abs(value) >= 8)),
  ),
})

const uncalibrated = { temperature: 1, caution: 1, mixture: { bias: -9, features: {} } }

/** The single-class model. Mixed entries teach it nothing: which part is what is not labelled. */
export function trainSingle(entries: readonly Labelled[]): Weights {
  const examples = entries
    .filter((entry) => entry.class !== 'mixed')
    .map((entry) => ({ features: featuresOf(entry.text), label: classNumbers[entry.class] ?? 0, weight: 1 }))
  return { ...rounded(fitSoftmax(examples, { classes: singleClasses.length, ridge: 1, rounds: 150, seenAtLeast: 2 })), ...uncalibrated }
}

/** The temperature at which the probabilities of unseen entries are the least surprising. */
export function fitTemperature(scored: readonly { readonly scores: PerClass; readonly label: number }[]): number {
  const surprise = (temperature: number): number =>
    scored.reduce((sum, { scores, label }) => sum - Math.log(Math.max(1e-9, normalized(scores, temperature)[label] ?? 0)), 0)
  const candidates = Array.from({ length: 31 }, (_, step) => 0.5 + step * 0.05)
  return candidates.reduce((best, temperature) => (surprise(temperature) < surprise(best) ? temperature : best), 1)
}

export function mixtureOf(text: string, weights: Weights): Features {
  const spans = segmentsOf(text)
  return mixtureFeatures(
    text,
    probabilitiesOf(featuresOf(text), weights),
    spans.length < 2 ? [] : spans.map((span) => probabilitiesOf(featuresOf(text.slice(span.start, span.end)), weights)),
  )
}

const joiners = ['. ', '\n', ', ', '. Also ', ' and ', '; ']
const routes: Readonly<Record<string, string>> = { thinking: 'journal', venting: 'journal', observation: 'journal' }

/** Two entries said in one breath: mixed when they go to different places, one thing when both are of the same class. */
export function joinedPairs(
  entries: readonly Labelled[],
): readonly { readonly text: string; readonly mixed: boolean; readonly from: string }[] {
  const single = entries.filter((entry) => entry.class !== 'mixed' && entry.text.length < 90 && !entry.text.includes('\n'))
  return single.flatMap((one, at) => {
    const hash = partOf(one.text, 99)
    const other = single[(at + 1 + (hash % (single.length - 1))) % single.length]
    const twin = single.filter((entry) => entry.class === one.class)[hash % 7]
    const joiner = joiners[hash % joiners.length] ?? '. '
    const pairs: { text: string; mixed: boolean; from: string }[] = []
    if (other !== undefined && hash % 3 === 0 && (routes[other.class] ?? other.class) !== (routes[one.class] ?? one.class)) {
      pairs.push({ text: one.text + joiner + other.text, mixed: true, from: one.text })
    }
    if (twin !== undefined && twin !== one && hash % 2 === 0)
      pairs.push({ text: one.text + joiner + twin.text, mixed: false, from: one.text })
    return pairs
  })
}

/** Two classes: the difference of their scores is the log-odds. */
const odds = (row: Float64Array): number => Math.round(((row[1] ?? 0) - (row[0] ?? 0)) * 1000) / 1000

/** The mixture model: features of unseen texts with whether they were mixed. */
export function trainMixture(
  examples: readonly { readonly features: Features; readonly mixed: boolean; readonly weight: number }[],
): Weights['mixture'] {
  const fit = fitSoftmax(
    examples.map(({ features, mixed, weight }) => ({ features, label: mixed ? 1 : 0, weight })),
    { classes: 2, ridge: 2, rounds: 300, seenAtLeast: 1 },
  )
  return { bias: odds(fit.bias), features: Object.fromEntries([...fit.rows].map(([name, row]) => [name, odds(row)])) }
}
