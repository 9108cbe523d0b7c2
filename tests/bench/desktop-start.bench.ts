import { join } from 'node:path'
import { electronProgram } from '../support/desktop/electron-program.ts'
import { median, milliseconds, type Bench } from './bench.ts'
import { runDesktop } from './desktop-run.ts'
import { inScratchFolder } from './scratch.ts'

const rounds = 5

export const bench: Bench = {
  name: 'desktop: start to tray',
  budget: 'under 2 times an empty Electron tray app',
  measure: () =>
    inScratchFolder(async (folder) => {
      const program = electronProgram()
      if (!program.ok) return { skipped: program.reason }
      const times = { ours: [] as number[], empty: [] as number[] }
      for (let round = 0; round < rounds; round += 1) {
        for (const which of ['ours', 'empty'] as const) {
          times[which].push((await runDesktop(which, join(folder, `${which}-${round}`), false)).startMs)
        }
      }
      const [ours, empty] = [median(times.ours), median(times.empty)]
      return { figure: `${(ours / empty).toFixed(2)} times`, isWithin: ours < 2 * empty, bare: milliseconds(empty) }
    }),
}
