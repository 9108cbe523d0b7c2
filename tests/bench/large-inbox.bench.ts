import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { median, milliseconds } from './bench.ts'
import { largeOperator } from './large-operator.ts'
import { buildApplication } from '../support/built-application.ts'
import { longestTask } from '../support/window/longest-task.ts'
import { chromiumPath, openBrowser, openPage } from '../support/window/open-window.ts'

const alerts = 100_000
const budget = { firstRows: 300, frame: 50 }
const screenfuls = 80
const rounds = 5

/** The window in Chromium over the real operator: from the address to the first row, then the wheel through thousands of rows. */
export const bench: Bench = {
  name: 'inbox with 100,000 alerts: first rows, longest hold-up',
  budget: `${budget.firstRows} ms, ${budget.frame} ms`,
  measure: async () => {
    if (chromiumPath === undefined) return { skipped: 'there is no Chromium' }
    const folder = await mkdtemp(join(tmpdir(), 'thanos-inbox-'))
    const { operator } = await largeOperator(folder, { tasks: 10, years: 0, alerts })
    buildApplication()
    const browser = await openBrowser()
    const open = await openPage(browser, { operator, dataFolder: join(folder, 'data') }, { at: 'inbox' })
    try {
      const { page } = open
      await page.getByRole('option').first().waitFor()
      // Again with everything in the browser's cache, as the desktop has it: what is left is the window's own work and the query.
      await page.addInitScript(() => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('[role="option"]') === null) return
          observer.disconnect()
          requestAnimationFrame(() => performance.mark('first rows'))
        })
        observer.observe(document, { childList: true, subtree: true })
      })
      const starts: number[] = []
      const holdUps: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await page.reload()
        await page.waitForFunction(() => performance.getEntriesByName('first rows').length > 0)
        starts.push(await page.evaluate(() => performance.getEntriesByName('first rows')[0]?.startTime ?? Number.POSITIVE_INFINITY))
        await page.getByRole('listbox').hover()
        holdUps.push(
          await longestTask(browser, page, async () => {
            for (let step = 0; step < screenfuls; step += 1) await page.mouse.wheel(0, 600)
          }),
        )
      }
      const [firstRows, frame] = [median(starts), median(holdUps)]
      return {
        figure: `${milliseconds(firstRows)}, ${milliseconds(frame)}`,
        isWithin: firstRows <= budget.firstRows && frame <= budget.frame,
      }
    } finally {
      await open.close()
      await browser.close()
      await operator.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
