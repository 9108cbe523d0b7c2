import type { Features } from './features.ts'

/** One number per single class, in the order of `singleClasses`. */
export type PerClass = readonly number[]

/**
 * What training found: see build/scripts/train-captures.ts. A feature's row holds hundredths, one per class, so that the file stays small
 * and a difference in it can be read.
 */
export type Weights = {
  readonly bias: PerClass
  readonly features: Readonly<Record<string, PerClass>>
  /** Scores are divided by it before they become probabilities, so that confidence means what it says. */
  readonly temperature: number
  readonly mixture: { readonly bias: number; readonly features: Readonly<Record<string, number>> }
  /** A task or promise that may as well be thinking or venting, with at least this probability together, goes to review. */
  readonly caution: number
}

const hundredths = 100

/** The linear part: one score (log-odds before normalization) per class. */
export function scoresOf(features: Features, weights: Weights): PerClass {
  const scores = [...weights.bias]
  for (const [name, strength] of features) {
    const row = weights.features[name]
    if (row === undefined) continue
    for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (strength * (row[at] ?? 0)) / hundredths
  }
  return scores
}

/** Softmax of the scores at a temperature: positive numbers that sum to one. */
export function normalized(scores: PerClass, temperature: number): PerClass {
  const highest = Math.max(...scores)
  const raised = scores.map((score) => Math.exp((score - highest) / temperature))
  const sum = raised.reduce((left, right) => left + right, 0)
  return raised.map((value) => value / sum)
}

export function probabilitiesOf(features: Features, weights: Weights): PerClass {
  return normalized(scoresOf(features, weights), weights.temperature)
}
