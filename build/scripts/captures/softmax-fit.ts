import type { Features } from '../../../main/capture/features.ts'

export type Example = { readonly features: Features; readonly label: number; readonly weight: number }

/** One row of weights per known feature, and the bias. */
export type Fit = { readonly rows: ReadonlyMap<string, Float64Array>; readonly bias: Float64Array }

const at = (array: Float64Array, index: number): number => array[index] ?? 0

type Options = { readonly classes: number; readonly ridge: number; readonly rounds: number; readonly seenAtLeast: number }

/**
 * Multinomial logistic regression with a ridge penalty, by Adam on the whole set: no randomness at all, so the same examples always give
 * the same weights. Features seen in fewer than `seenAtLeast` examples are left out.
 */
export function fitSoftmax(examples: readonly Example[], { classes, ridge, rounds, seenAtLeast }: Options): Fit {
  const seen = new Map<string, number>()
  for (const { features } of examples) for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [...seen].filter(([, times]) => times >= seenAtLeast).map(([name]) => name)
  names.sort()
  const columnOf = new Map(names.map((name, at) => [name, at]))
  const sparse = examples.map(({ features }) => {
    const columns: number[] = []
    const strengths: number[] = []
    for (const [name, strength] of features) {
      const column = columnOf.get(name)
      if (column === undefined) continue
      columns.push(column)
      strengths.push(strength)
    }
    return { columns, strengths }
  })

  // The bias is one more column, always on and not penalized.
  const biasAt = names.length * classes
  const size = biasAt + classes
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const scores = new Float64Array(classes)
  const totalWeight = examples.reduce((sum, example) => sum + example.weight, 0)

  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(size)
    for (const [index, example] of examples.entries()) {
      const row = sparse[index]
      if (row === undefined) continue
      for (let kind = 0; kind < classes; kind += 1) scores[kind] = at(weights, biasAt + kind)
      for (const [position, column] of row.columns.entries()) {
        const strength = row.strengths[position] ?? 0
        for (let kind = 0; kind < classes; kind += 1) scores[kind] = at(scores, kind) + strength * at(weights, column * classes + kind)
      }
      const highest = Math.max(...scores)
      let sum = 0
      for (let kind = 0; kind < classes; kind += 1) {
        scores[kind] = Math.exp(at(scores, kind) - highest)
        sum += at(scores, kind)
      }
      for (let kind = 0; kind < classes; kind += 1) {
        scores[kind] = (example.weight * (at(scores, kind) / sum - (kind === example.label ? 1 : 0))) / totalWeight
        gradient[biasAt + kind] = at(gradient, biasAt + kind) + at(scores, kind)
      }
      for (const [position, column] of row.columns.entries()) {
        const strength = row.strengths[position] ?? 0
        for (let kind = 0; kind < classes; kind += 1)
          gradient[column * classes + kind] = at(gradient, column * classes + kind) + strength * at(scores, kind)
      }
    }
    const rate = 0.08 * (1 - round / (rounds + 1))
    for (let index = 0; index < size; index += 1) {
      const slope = at(gradient, index) + (index < biasAt ? (ridge * at(weights, index)) / totalWeight : 0)
      first[index] = 0.9 * at(first, index) + 0.1 * slope
      second[index] = 0.99 * at(second, index) + 0.01 * slope * slope
      const step = at(first, index) / (1 - 0.9 ** round) / (Math.sqrt(at(second, index) / (1 - 0.99 ** round)) + 1e-8)
      weights[index] = at(weights, index) - rate * step
    }
  }
  return {
    rows: new Map(names.map((name, column) => [name, weights.slice(column * classes, (column + 1) * classes)])),
    bias: weights.slice(biasAt),
  }
}
