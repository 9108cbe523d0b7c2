import type { PerClass } from './model.ts'
import { singleClasses, type SingleClass } from '../domain/capture.ts'
import { wordsOf } from './words.ts'

/** A text and what its owner said it is. */
export type Correction = { readonly text: string; readonly class: SingleClass }

/** Older corrections than these many are not looked at, so that time stays bounded. */
const mostCorrections = 200
/** Texts that share less of their words than this say nothing about each other. */
const likeness = 0.5

const wordSet = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map((word) => word.text))

/**
 * Draws an answer towards what the owner said of the same or nearly the same words: wholly for identical ones, not at all below half the
 * words in common. `corrections` newest first.
 */
export function drawnToCorrections(corrections: readonly Correction[]): (text: string, probabilities: PerClass) => PerClass {
  const known = corrections.slice(0, mostCorrections).map((correction) => ({ ...correction, words: wordSet(correction.text) }))
  return (text, probabilities) => {
    if (known.length === 0) return probabilities
    const words = wordSet(text)
    let nearest: SingleClass | null = null
    let nearness = likeness
    for (const correction of known) {
      const shared = [...correction.words].filter((word) => words.has(word)).length
      const alike = shared / Math.max(1, words.size + correction.words.size - shared)
      if (alike > nearness) {
        nearness = alike
        nearest = correction.class
      }
    }
    if (nearest === null) return probabilities
    const pull = 0.97 * nearness ** 2
    return probabilities.map((value, at) => value * (1 - pull) + (singleClasses[at] === nearest ? pull : 0))
  }
}
