/** Readings carry at most three decimals; in thousandths they add and compare without rounding. */
export const thousandths = (value: number): bigint => BigInt(Math.round(value * 1_000))

export const total = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + thousandths(value), 0n)

/** Whether a value lies `percent` or more below the mean of `values`: value ≤ mean × (100 − percent) / 100, in whole numbers. */
export function isBelowMeanBy(percent: number, value: number, values: readonly number[]): boolean {
  return thousandths(value) * BigInt(values.length) * 100n * 1_000n <= total(values) * (100_000n - thousandths(percent))
}

/** Whether the mean of `late` lies `percent` or more below the mean of `early`. */
export function hasFallenBy(percent: number, early: readonly number[], late: readonly number[]): boolean {
  return total(late) * BigInt(early.length) * 100_000n <= total(early) * BigInt(late.length) * (100_000n - thousandths(percent))
}
