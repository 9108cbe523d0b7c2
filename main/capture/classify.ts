import type { Classification, Segment } from '../domain/capture.ts'
import type { Instant } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import { datesIn } from './dates.ts'
import { drawnToCorrections, type Correction } from './examples.ts'
import { reasonFor, spokenFeatures } from './explain.ts'
import { extractedFrom, type KnownNames } from './extract.ts'
import { judge } from './judge.ts'
import type { Weights } from './model.ts'
import learned from './weights.json' with { type: 'json' }

export type CaptureContext = KnownNames & {
  readonly now: Instant
  readonly zone: TimeZone
  /** What the owner corrected before, newest first. */
  readonly corrections?: readonly Correction[]
  /** Confidence below which the owner is asked; 0.6 where nothing else is configured. */
  readonly reviewBelow?: number
}

/** Longer texts are classified by their beginning; the whole is kept by whoever stores it. In UTF-16 units. */
const longestRead = 5_000

/**
 * The offline classifier: linguistic features, a linear model, a lopsided decision. The same text in the same context always gets the same
 * answer, and nothing leaves the machine. Asynchronous only because the reader of dates is loaded with the first text that needs it.
 */
export async function classify(text: string, context: CaptureContext): Promise<Classification> {
  const weights: Weights = learned
  const read = text.slice(0, longestRead)
  const judgement = judge(read, weights, drawnToCorrections(context.corrections ?? []), context.reviewBelow)
  const dates = await datesIn(read, context)
  const features = spokenFeatures(judgement, weights)
  const segments =
    judgement.class !== 'mixed'
      ? []
      : judgement.parts.map((part): Segment => {
          const words = read.slice(part.start, part.end)
          const inside = dates
            .filter((date) => date.start >= part.start && date.end <= part.end)
            .map((date) => ({ ...date, start: date.start - part.start, end: date.end - part.start }))
          return {
            text: words,
            start: part.start,
            end: part.end,
            class: part.class,
            confidence: part.confidence,
            extracted: extractedFrom(words, part.class, inside, context),
          }
        })
  return {
    class: judgement.class,
    confidence: judgement.confidence,
    review: judgement.review,
    reason: reasonFor(judgement, features),
    extracted: extractedFrom(read, judgement.class, dates, context),
    segments,
    features,
    classifier: 'rules',
  }
}
