import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { desktopPrograms } from './desktop-programs.ts'
import { runDesktop, whyNoDesktop } from './desktop-run.ts'
import { familyInWords, type FamilyMember } from './process-family.ts'
import { inScratchFolder } from './scratch.ts'

export const bench: Bench = {
  name: 'desktop, hidden: memory of all processes',
  budget: 'under 1.3 times an empty Electron tray app',
  measure: () =>
    inScratchFolder(async (folder) => {
      const why = whyNoDesktop()
      if (why !== null) return { skipped: why }
      const programs = desktopPrograms()
      const ours = await runDesktop(programs, 'ours', join(folder, 'ours'), true)
      const empty = await runDesktop(programs, 'empty', join(folder, 'empty'), true)
      if (ours.family === null || empty.family === null) return { skipped: 'this system does not say' }
      const [our, bare] = [megabytes(ours.family), megabytes(empty.family)]
      return {
        figure: `${(our / bare).toFixed(2)} times, ${our.toFixed(0)} MB`,
        measured: programs.what,
        parts: [`ours: ${familyInWords(ours.family)}`, `empty: ${familyInWords(empty.family)}`],
        isWithin: our < 1.3 * bare,
        bare: `${bare.toFixed(0)} MB`,
      }
    }),
}

function megabytes(family: readonly FamilyMember[]): number {
  return family.reduce((sum, { kilobytes }) => sum + kilobytes, 0) / 1024
}
