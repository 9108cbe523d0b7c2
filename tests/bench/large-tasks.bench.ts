import type { Bench } from './bench.ts'
import { benchList, listBudget } from './large-list.ts'
import { largeOperator } from './large-operator.ts'
import { inScratchFolder } from './scratch.ts'
import { buildApplication } from '../support/built-application.ts'
import { chromiumPath } from '../support/window/open-window.ts'

const tasks = 10_000

/** The window in Chromium over the real operator: from the address to the first row, then the wheel through thousands of rows. */
export const bench: Bench = {
  name: 'tasks, 10,000 rows: first rows, longest hold-up',
  budget: listBudget,
  measure: () =>
    inScratchFolder(async (folder) => {
      if (chromiumPath === undefined) return { skipped: 'there is no Chromium' }
      const { operator } = await largeOperator(folder, { tasks, areTasksDue: true, years: 0, alerts: 0 })
      try {
        buildApplication()
        const list = { at: 'tasks', row: '[aria-posinset]', scroller: 'ul[aria-label="Tasks"]' }
        return await benchList(operator, folder, list)
      } finally {
        await operator.stop()
      }
    }),
}
