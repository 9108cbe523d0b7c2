import { electronProgram } from '../support/desktop/electron-program.ts'
import { canPressKeys, capturePage, focusedPage, hotkeyBound, hotkeyToFocus, pressKeys } from '../support/desktop/press-keys.ts'
import { startDesktopApp } from '../support/desktop/start-desktop-app.ts'
import { median, milliseconds, type Bench } from './bench.ts'
import { inScratchFolder } from './scratch.ts'

const limitMs = 100
const times = 7

/** Real keys through X into the real application; the worst counts, since nobody waits for a median. */
export const bench: Bench = {
  name: 'hotkey to a focused input',
  budget: 'under 100 ms',
  measure: async () => {
    const program = electronProgram()
    if (!program.ok) return { skipped: program.reason }
    if (!canPressKeys()) return { skipped: 'there is nothing here to press keys with (xdotool)' }
    return inScratchFolder(async (folder) => {
      const desktop = await startDesktopApp(folder, ['--hidden'])
      try {
        await capturePage(desktop)
        await hotkeyBound(desktop, 'Control+Shift+Space')
        const measured: number[] = []
        for (let round = 0; round < times; round += 1) {
          measured.push(await hotkeyToFocus(desktop, 'ctrl+shift+space'))
          pressKeys('Escape')
          while ((await focusedPage(desktop)) === 'capture');
        }
        const worst = Math.max(...measured)
        return { figure: `${milliseconds(median(measured))}, worst ${milliseconds(worst)}`, isWithin: worst < limitMs }
      } finally {
        await desktop.quit()
      }
    })
  },
}
