import { join } from 'node:path'
import type { Operator } from '../../main/operator/operator.ts'
import { longestTask, type LongestTask } from '../support/window/longest-task.ts'
import { openBrowser, openPage } from '../support/window/open-window.ts'
import { median, milliseconds, type BenchResult } from './bench.ts'

const screenfuls = 80
const rounds = 5

/** A list in the window: its screen, what a row of it is, and what turns with the wheel. */
export type LargeList = { readonly at: string; readonly row: string; readonly scroller: string }

const budget = { firstRows: 300, holdUp: 50 }
export const listBudget = `${budget.firstRows} ms, ${budget.holdUp} ms`

/** What measuring a list came to, against the budget of every large list. */
export async function benchList(...list: Parameters<typeof measureList>): Promise<BenchResult> {
  const { firstRows, holdUps } = await measureList(...list)
  const [first, work] = [median(firstRows), median(holdUps.map((each) => each.work))]
  return {
    figure: `${milliseconds(first)}, ${milliseconds(work)}`,
    parts: [`quickest ${milliseconds(Math.min(...firstRows))}; ${inWords(holdUps)}`],
    isWithin: first <= budget.firstRows && work <= budget.holdUp,
  }
}

/** Of each round its longest hold-up: the work in it, and what the clock said. */
export function inWords(holdUps: readonly LongestTask[]): string {
  const rounded = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ')
  return `longest hold-ups ${rounded(holdUps.map(({ work }) => work))} ms of work, ${rounded(holdUps.map(({ clock }) => clock))} ms on the clock`
}

/** Milliseconds: from the page's address to the first frame with a row, and the longest hold-up of the page while the wheel turns through thousands of rows. */
async function measureList(
  operator: Operator,
  folder: string,
  { at, row, scroller }: LargeList,
): Promise<{ readonly firstRows: readonly number[]; readonly holdUps: readonly LongestTask[] }> {
  const browser = await openBrowser()
  const open = await openPage(browser, { operator, dataFolder: join(folder, 'data') }, { at, isNewcomer: false })
  try {
    const { page } = open
    await page.locator(row).first().waitFor()
    // Again with everything in the browser's cache, as the desktop has it: what is left is the window's own work and the query.
    await page.addInitScript((wanted) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector(wanted) === null) return
        observer.disconnect()
        requestAnimationFrame(() => performance.mark('first rows'))
      })
      observer.observe(document, { childList: true, subtree: true })
    }, row)
    const starts: number[] = []
    const holdUps: LongestTask[] = []
    for (let round = 0; round < rounds; round += 1) {
      await page.reload()
      await page.waitForFunction(() => performance.getEntriesByName('first rows').length > 0)
      starts.push(await page.evaluate(() => performance.getEntriesByName('first rows')[0]?.startTime ?? Number.POSITIVE_INFINITY))
      await page.locator(scroller).hover()
      holdUps.push(
        await longestTask(browser, page, async () => {
          for (let step = 0; step < screenfuls; step += 1) await page.mouse.wheel(0, 600)
        }),
      )
    }
    return { firstRows: starts, holdUps }
  } finally {
    await open.close()
    await browser.close()
  }
}
