import { join } from 'node:path'
import { median, milliseconds, type Bench } from './bench.ts'
import { desktopPrograms } from './desktop-programs.ts'
import { runDesktop, whyNoDesktop } from './desktop-run.ts'
import { inScratchFolder } from './scratch.ts'

const rounds = 5

export const bench: Bench = {
  name: 'desktop: start to tray',
  budget: 'under 2 times an empty Electron tray app',
  measure: () =>
    inScratchFolder(async (folder) => {
      const why = whyNoDesktop()
      if (why !== null) return { skipped: why }
      const programs = desktopPrograms()
      const times = { ours: [] as number[], empty: [] as number[] }
      for (let round = 0; round < rounds; round += 1) {
        for (const which of ['ours', 'empty'] as const) {
          times[which].push((await runDesktop(programs, which, join(folder, `${which}-${round}`), false)).startMs)
        }
      }
      const [ours, empty] = [median(times.ours), median(times.empty)]
      return {
        figure: `${(ours / empty).toFixed(2)} times`,
        measured: programs.what,
        isWithin: ours < 2 * empty,
        bare: milliseconds(empty),
      }
    }),
}
