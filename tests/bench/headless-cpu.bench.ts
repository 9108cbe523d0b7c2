import type { Bench } from './bench.ts'
import { canMeasureIdle, measureIdle } from './headless-idle.ts'

const percent = (share: number) => `${(share * 100).toFixed(2)} %`

export const bench: Bench = {
  name: 'headless, idle: share of one core',
  budget: 'under 0.5 %',
  measure: async () => {
    if (!canMeasureIdle) return { skipped: 'read from /proc, which only Linux has' }
    const { bare, ours } = await measureIdle()
    return { figure: percent(ours.cpuShare), isWithin: ours.cpuShare < 0.005, bare: `${percent(bare.cpuShare)} node, waiting` }
  },
}
