import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { runDesktop, whyNoDesktop } from './desktop-run.ts'
import { inScratchFolder } from './scratch.ts'

export const bench: Bench = {
  name: 'desktop, hidden: memory of all processes',
  budget: 'under 1.3 times an empty Electron tray app',
  measure: () =>
    inScratchFolder(async (folder) => {
      const why = whyNoDesktop()
      if (why !== null) return { skipped: why }
      const ours = await runDesktop('ours', join(folder, 'ours'), true)
      const empty = await runDesktop('empty', join(folder, 'empty'), true)
      if (ours.megabytes === null || empty.megabytes === null) return { skipped: 'this system does not say' }
      const ratio = ours.megabytes / empty.megabytes
      return {
        figure: `${ratio.toFixed(2)} times, ${ours.megabytes.toFixed(0)} MB`,
        isWithin: ratio < 1.3,
        bare: `${empty.megabytes.toFixed(0)} MB`,
      }
    }),
}
