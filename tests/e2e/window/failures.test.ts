import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { fakeOperator } from '../../support/window/fake-operator.ts'
import { buildPages, chromiumPath, openBrowser } from '../../support/window/open-window.ts'
import { at, visitWith } from '../../support/window/visit.ts'

const screens = [
  { screen: 'inbox', channel: 'alerts:list' },
  { screen: 'tasks', channel: 'tasks:list' },
  { screen: 'promises', channel: 'promises:list' },
  { screen: 'health', channel: 'health:series' },
  { screen: 'patterns', channel: 'patterns:list' },
  { screen: 'journal', channel: 'journal:list' },
  { screen: 'status', channel: 'status:get' },
  { screen: 'settings', channel: 'settings:get' },
] as const

describe.skipIf(chromiumPath === undefined)('a screen whose data cannot be read', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it.each(screens)('says why and reads it again when asked: $screen', async ({ screen, channel }) => {
    const handlers = fakeOperator()
    let broken = true
    const failing = {
      ...handlers,
      [channel]: (input: never) => {
        if (broken) throw new Error('The database is locked by another program.')
        // The same handler with the input it was given.
        return (handlers[channel] as (input: unknown) => unknown)(input)
      },
    }
    const { page } = await visitWith(browser, failing, { path: at(screen) })
    const words = page.getByRole('main').getByRole('alert').filter({ hasText: 'The database is locked by another program.' })
    await words.first().waitFor()
    broken = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => words.count()).toBe(0)
  })

  it.each(['tasks', 'promises', 'health', 'journal', 'inbox'])('says what to do when there is nothing yet: %s', async (screen) => {
    const { page } = await visitWith(browser, fakeOperator({ empty: true, status: { hasOwnData: true } }), { path: at(screen) })
    await page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /Nothing|No readings|You owe nobody/ })
      .waitFor()
  })
})
