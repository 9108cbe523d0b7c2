import { longestTask, type LongestTask } from '../support/window/longest-task.ts'
import { join } from 'node:path'
import { buildApplication } from '../support/built-application.ts'
import { chromiumPath, openBrowser, openPage } from '../support/window/open-window.ts'
import { median, milliseconds, type Bench } from './bench.ts'
import { inWords } from './large-list.ts'
import { largeOperator } from './large-operator.ts'
import { inScratchFolder } from './scratch.ts'

const limitMs = 50
const rounds = 5
const steps = 20

/** All charts over five years of readings: the wheel zooms in, the pointer drags to and fro, the wheel zooms out. */
export const bench: Bench = {
  name: 'health, 5 years: longest hold-up panning and zooming',
  budget: `${limitMs} ms`,
  measure: () =>
    inScratchFolder(async (folder) => {
      if (chromiumPath === undefined) return { skipped: 'there is no Chromium' }
      const { operator } = await largeOperator(folder, { tasks: 10, years: 5, alerts: 0 })
      buildApplication()
      const browser = await openBrowser()
      const open = await openPage(browser, { operator, dataFolder: join(folder, 'data') }, { at: 'health', isNewcomer: false })
      try {
        const { page } = open
        await page.getByRole('radio', { name: '5 y' }).click()
        const box = await page.getByRole('slider').first().boundingBox()
        if (box === null) throw new Error('The first chart is not to be seen.')
        const [left, middle, height] = [box.x + box.width / 4, box.x + box.width / 2, box.y + box.height / 2]
        const zoom = async (deltaY: number) => {
          await page.keyboard.down('Control')
          for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, deltaY)
          await page.keyboard.up('Control')
        }
        const measured: LongestTask[] = []
        for (let round = 0; round < rounds; round += 1) {
          await page.mouse.move(middle, height)
          measured.push(
            await longestTask(browser, page, async () => {
              await zoom(-10)
              await page.mouse.down()
              await page.mouse.move(left, height, { steps })
              await page.mouse.move(middle, height, { steps })
              await page.mouse.up()
              await zoom(10)
            }),
          )
        }
        const holdUp = median(measured.map(({ work }) => work))
        return { figure: milliseconds(holdUp), parts: [inWords(measured)], isWithin: holdUp <= limitMs }
      } finally {
        await open.close()
        await browser.close()
        await operator.stop()
      }
    }),
}
