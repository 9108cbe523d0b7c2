import { minute } from '../../main/domain/instant.ts'
import { durations, median, milliseconds, type Bench } from './bench.ts'
import { largeOperator, type Size } from './large-operator.ts'
import { inScratchFolder } from './scratch.ts'

const full: Size = { tasks: 10_000, years: 5, alerts: 200 }
const half: Size = { tasks: 5_000, years: 2.5, alerts: 100 }

function cycleTime(size: Size): Promise<number> {
  return inScratchFolder(async (folder) => {
    const { operator, clock } = await largeOperator(folder, size)
    const measured = await durations(9, async () => {
      clock.advance(16 * minute)
      await operator.runOnce()
    })
    await operator.stop()
    return median(measured)
  })
}

export const bench: Bench = {
  name: 'check cycle: 10,000 tasks, 5 years, 200 open alerts',
  budget: 'under 50 ms, linear',
  async measure() {
    const [small, large] = [await cycleTime(half), await cycleTime(full)]
    // Twice the data may cost twice the time, with a quarter for noise.
    return { figure: milliseconds(large), isWithin: large < 50 && large < small * 2.5, bare: `half the data: ${milliseconds(small)}` }
  },
}
