import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { createSystemClock } from '../../../main/adapters/system/system-clock.ts'
import { contract } from '../../../shared/ipc/contract.ts'
import { buildApplication } from '../built-application.ts'
import { openTestOperator } from '../test-operator-process.ts'
import { chromiumPath, openBrowser, openPage } from './open-window.ts'
import { morning, prepareFolders } from './prepared-folders.ts'
import type { OpenWindow, WindowHost } from './window-host.ts'

/** A browser before the headless operator, over the HTTP stand-in for the desktop's bridge. */
export const chromiumHost: WindowHost = {
  name: 'Chromium over HTTP',
  missing: chromiumPath === undefined ? 'there is no Chromium' : null,
  start: async () => {
    buildApplication()
    const [folders, browser] = await Promise.all([prepareFolders(), openBrowser()])
    return {
      open: async (options = {}) => {
        const folder = folders.copy(options)
        const operator = await openTestOperator(folder.path, createSystemClock({ startAt: morning }), null)
        await operator.start()
        const opened = await openPage(browser, { operator, dataFolder: folder.dataFolder }, options)
        const ask: OpenWindow['ask'] = async (name, input) => {
          // One channel's handler with the same channel's input; the compiler sees only the union of all.
          const handler = operator.handlers[name] as (input: unknown) => unknown
          return contract[name].output.parse(await handler(contract[name].input.parse(input))) as never
        }
        return {
          ...opened,
          ask,
          saved: (act) => savedFile(opened.page, act),
          close: async () => {
            await opened.close()
            await operator.stop()
            folder.remove()
          },
        }
      },
      close: async () => {
        await browser.close()
        folders.remove()
      },
    }
  },
}

async function savedFile(page: Page, act: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}
