import type { PatternView } from '../../../shared/model/health.ts'

/** Where a value stands on a bar that begins at 0 and leaves room beyond the larger of value and threshold. Shares of the bar's width. */
export function placeOnBar({ value, threshold }: Pick<PatternView, 'value' | 'threshold'>): {
  readonly filled: number
  readonly line: number
} {
  const end = Math.max(value ?? 0, threshold) * 1.25
  if (end <= 0) return { filled: 0, line: 0 }
  return { filled: Math.max(0, value ?? 0) / end, line: threshold / end }
}

/** Value less threshold: below zero is under the line. Rounded as it is shown, so that nothing is "0 over". */
export function distanceOf(value: number, threshold: number): number {
  return Math.round((value - threshold) * 10) / 10
}
