/** What one row of the budget table came to on this machine, now. */
export type BenchResult =
  | {
      /** With its unit, as shown. */
      readonly figure: string
      readonly isWithin: boolean
      /** The bare alternative on the same machine in the same run. */
      readonly bare?: string
      /** What was measured, where there is a choice. */
      readonly measured?: string
      /** What the figure is made of, line by line. */
      readonly parts?: readonly string[]
    }
  | { readonly skipped: string }

/** One row of the budget table in engineering.md. */
export type Bench = { readonly name: string; readonly budget: string; readonly measure: () => Promise<BenchResult> }

/** The middle of some durations: one hiccup of a noisy machine does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Milliseconds of each run, the first left out: it loads and compiles. */
export async function durations(times: number, run: (round: number) => unknown): Promise<readonly number[]> {
  const measured: number[] = []
  for (let round = 0; round <= times; round += 1) {
    const start = performance.now()
    await run(round)
    if (round > 0) measured.push(performance.now() - start)
  }
  return measured
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`
}
