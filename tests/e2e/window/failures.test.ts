import { expect, it } from 'vitest'
import { press } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'

const screens = [
  { screen: 'inbox', channel: 'alerts:list', title: 'Inbox' },
  { screen: 'tasks', channel: 'tasks:list', title: 'Tasks' },
  { screen: 'promises', channel: 'promises:list', title: 'Promises' },
  { screen: 'health', channel: 'health:series', title: 'Health' },
  { screen: 'patterns', channel: 'patterns:list', title: 'Patterns' },
  { screen: 'captures', channel: 'captures:list', title: 'Captures' },
  { screen: 'journal', channel: 'journal:list', title: 'Journal' },
  { screen: 'status', channel: 'status:get', title: 'Status' },
  { screen: 'settings', channel: 'settings:get', title: 'Settings' },
] as const

inEveryHost('a screen', (visit) => {
  it('whose data cannot be read says why, and reads it again when asked', async () => {
    const { page, refuse, allow } = await visit()
    await page.getByRole('option').first().waitFor()
    for (const { screen, channel } of screens) {
      await refuse(channel, `The database is locked, says ${screen}.`)
      await page.evaluate((hash) => (location.hash = hash), `#/${screen}`)
      // As a window has it that opens in that moment: nothing read before.
      await page.reload()
      const words = page
        .getByRole('main')
        .getByRole('alert')
        .filter({ hasText: `The database is locked, says ${screen}.` })
      await words.first().waitFor()
      await allow(channel)
      await page.getByRole('button', { name: 'Try again' }).first().click()
      await expect.poll(() => words.count(), { message: screen }).toBe(0)
    }
  })

  it('with nothing in it yet says what to do', async () => {
    const { page } = await visit({ data: 'none', isNewcomer: false })
    for (const screen of ['tasks', 'promises', 'health', 'captures', 'inbox']) {
      await page.evaluate((hash) => (location.hash = hash), `#/${screen}`)
      await page
        .getByRole('main')
        .getByRole('status')
        .filter({ hasText: /Nothing|No readings|You owe nobody/ })
        .waitFor()
    }
    await press(page, 'g', 'l')
    await page.getByRole('heading', { name: 'Journal', level: 1 }).waitFor()
    await press(page, '/')
    await page.keyboard.type('words that nobody wrote')
    await page.getByRole('status').filter({ hasText: 'Nothing found' }).waitFor()
  })
})
