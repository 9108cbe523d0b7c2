import type { Rating } from './alert.ts'

export type RatingCounts = Readonly<Record<Rating, number>>

/** How often a rule was right, as its owner rated it. Shares are 0 to 1. */
export type Precision = {
  readonly counts: RatingCounts
  readonly rated: number
  /** What was not wrong: something already known was right, only no news. Null without ratings. */
  readonly right: number | null
  /** The 95 % interval around `right`; null without ratings. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Wrong too often to leave as it is: more than a third of ten or more. */
  readonly tooOftenWrong: boolean
}

const enoughRatings = 10
const wrongAllowed = 1 / 3

/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959_964

/**
 * The score interval for `successes` of `trials` (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * 1927): unlike the textbook one it stays within 0 and 1 and is honest for the handful of ratings a rule gets.
 */
export function wilsonInterval(successes: number, trials: number): { readonly low: number; readonly high: number } {
  const share = successes / trials
  const scale = 1 + z ** 2 / trials
  const centre = share + z ** 2 / (2 * trials)
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}

export function precisionOf(counts: RatingCounts): Precision {
  const rated = counts.useful + counts.wrong + counts.known
  if (rated === 0) return { counts, rated, right: null, interval: null, tooOftenWrong: false }
  const right = counts.useful + counts.known
  const tooOftenWrong = rated >= enoughRatings && counts.wrong / rated > wrongAllowed
  return { counts, rated, right: right / rated, interval: wilsonInterval(right, rated), tooOftenWrong }
}
