import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { desktopPrograms } from './desktop-programs.ts'
import { runDesktop, whyNoDesktop } from './desktop-run.ts'
import { inScratchFolder } from './scratch.ts'

export const bench: Bench = {
  name: 'idle CPU',
  budget: 'under 0.5 % of one core',
  measure: () =>
    inScratchFolder(async (folder) => {
      const why = whyNoDesktop()
      if (why !== null) return { skipped: why }
      const programs = desktopPrograms()
      const { cpuPercent } = await runDesktop(programs, 'ours', join(folder, 'ours'), true)
      if (cpuPercent === null) return { skipped: 'this system does not say' }
      return { figure: `${cpuPercent.toFixed(2)} %`, measured: programs.what, isWithin: cpuPercent < 0.5 }
    }),
}
