import type { Bench } from './bench.ts'
import { canMeasureIdle, measureIdle } from './headless-idle.ts'

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

export const bench: Bench = {
  name: 'headless, idle: resident memory',
  budget: 'under 2 times a bare Node',
  measure: async () => {
    if (!canMeasureIdle) return { skipped: 'read from /proc, which only Linux has' }
    const { bare, ours } = await measureIdle()
    return {
      figure: `${megabytes(ours.residentBytes)}, ${(ours.residentBytes / bare.residentBytes).toFixed(2)} times`,
      isWithin: ours.residentBytes < 2 * bare.residentBytes,
      bare: `${megabytes(bare.residentBytes)} node, waiting`,
    }
  },
}
