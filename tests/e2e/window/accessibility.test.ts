import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { chromiumHost } from '../../support/window/chromium-host.ts'
import { press } from '../../support/window/keyboard.ts'
import { violations } from '../../support/window/violations.ts'
import { inEveryHost, inHost } from '../../support/window/visit.ts'

const screens = [
  ['inbox', 'Inbox'],
  ['tasks', 'Tasks'],
  ['promises', 'Promises'],
  ['health', 'Health'],
  ['patterns', 'Patterns'],
  ['captures', 'Captures'],
  ['journal', 'Journal'],
  ['status', 'Status'],
  ['settings/general', 'Settings'],
  ['settings/quiet', 'Settings'],
  ['settings/health', 'Settings'],
  ['settings/tasks', 'Settings'],
  ['settings/patterns', 'Settings'],
  ['settings/rhythm', 'Settings'],
  ['settings/sources', 'Settings'],
  ['settings/channels', 'Settings'],
  ['settings/capture', 'Settings'],
  ['settings/data', 'Settings'],
] as const
const themes = ['light', 'dark'] as const

/** Goes to a screen and waits until it is drawn with what it shows. */
async function goTo(page: Page, [place, title]: readonly [string, string]): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
  await page.waitForFunction(
    (name) =>
      document.title.startsWith(name) && document.querySelector('main h1') !== null && document.querySelector('.animate-pulse') === null,
    title,
  )
  // What an effect asks for once the screen is there is answered within a turn or two.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.waitForFunction(() => document.querySelector('.animate-pulse') === null)
}

inEveryHost('the window for everybody', (visit) => {
  for (const theme of themes) {
    it(`has no violation on any screen, ${theme}`, async () => {
      const { page } = await visit({ theme })
      await page.getByRole('option').first().waitFor()
      for (const screen of screens) {
        await goTo(page, screen)
        expect.soft(await violations(page, theme), screen[0]).toEqual([])
      }
    })

    it(`has none with a pane, a menu, a table, a dialog or a question open, ${theme}`, async () => {
      const { page } = await visit({ theme })
      const judge = async (what: string) => expect.soft(await violations(page, theme), what).toEqual([])
      await page.getByRole('option').first().waitFor()
      await press(page, 's')
      await page.getByRole('menu').waitFor()
      await judge('snooze menu')
      await press(page, 'Escape', 'e')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      await judge('undo')
      await page.getByRole('button', { name: 'Filter' }).click()
      await page.getByRole('menu').waitFor()
      await judge('filter menu')
      await press(page, 'Escape', 'ControlOrMeta+k')
      await page.getByRole('dialog').waitFor()
      await judge('palette')
      await press(page, 'Escape', '?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      await judge('keys')
      await press(page, 'Escape', 'g', 't')
      await page.getByRole('button', { name: /^Memphis report/ }).click()
      await page.getByRole('complementary').waitFor()
      await judge('task')
      await press(page, 'Escape', 'g', 'p')
      await page.getByRole('button', { name: /^date night to Ashley/i }).click()
      await page.getByRole('complementary').waitFor()
      await judge('promise')
      await press(page, 'g', 'h')
      await page.getByRole('button', { name: 'Readiness as a table' }).click()
      await judge('table')
      await goTo(page, ['captures', 'Captures'])
      await page.getByRole('radio', { name: 'All' }).click()
      await page.getByRole('button', { name: /^The guest wifi/ }).click()
      await press(page, '6')
      await page.getByRole('heading', { name: 'As private task instead' }).waitFor()
      await judge('change of mind')
      await goTo(page, ['settings/data', 'Settings'])
      await page.getByLabel(/^Passphrase for this backup/).fill('correct horse')
      await page.getByRole('button', { name: 'Back up now' }).click()
      await page.getByRole('button', { name: /^Restore the backup: Asked for/ }).click()
      const panel = page.getByRole('form', { name: /^Restore: Asked for/ })
      await panel.getByLabel('Passphrase').fill('correct horse')
      await judge('restore, closed')
      await panel.getByRole('button', { name: 'Look inside' }).click()
      await panel.getByRole('button', { name: 'Restore it' }).waitFor()
      await judge('restore, looked into')
      await goTo(page, ['settings/sources', 'Settings'])
      await page.getByRole('button', { name: /^Set Oura: an access token/ }).click()
      await judge('a key being typed')
    })

    it(`has none in the panel, the capture window and the first run, ${theme}`, async () => {
      const panel = await visit({ theme, window: 'panel', width: 380, height: 560 })
      await panel.page.getByText('30 under your usual 78').waitFor()
      expect.soft(await violations(panel.page, theme), 'panel').toEqual([])
      const capture = await visit({ theme, window: 'capture', width: 620, height: 200 })
      await capture.page.getByRole('textbox').waitFor()
      await capture.page.keyboard.type('Call the plumber tomorrow at 9')
      await capture.page.getByRole('img', { name: 'Date' }).waitFor()
      expect.soft(await violations(capture.page, theme), 'writing').toEqual([])
      await capture.refuse('captures:add', 'The disk is full.')
      await press(capture.page, 'Enter')
      await capture.page.getByRole('alert').getByText('The disk is full.').waitFor()
      expect.soft(await violations(capture.page, theme), 'not saved').toEqual([])
      await capture.allow('captures:add')
      await press(capture.page, 'Enter')
      await capture.page.getByRole('button', { name: 'Undo' }).waitFor()
      expect.soft(await violations(capture.page, theme), 'saved').toEqual([])
      const first = await visit({ theme, data: 'none' })
      for (const step of ['1', '2', '3']) {
        await first.page.getByText(`Step ${step} of 3`).waitFor()
        expect.soft(await violations(first.page, theme), `step ${step}`).toEqual([])
        await first.page.getByRole('button', { name: /Next|Open the inbox/ }).click()
      }
    })
  }
})

/** What reaches beyond the window's right edge without lying in something that scrolls or is hidden on purpose, and rows too low for their text. */
async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const cut = [...document.querySelectorAll('[role="option"], main li > div')].filter((row) => row.scrollHeight > row.clientHeight + 1)
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && box.right > innerWidth + 1 && !scrolls(element.parentElement)
    })
    return [...cut, ...wide].map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`)
  })
}

// The size of text and of the window is the style sheet's business, and both hosts have the same engine: once is enough.
inHost(chromiumHost, 'a narrow window or large text', (visit) => {
  it.each([
    { name: '720 pixels wide', width: 720, height: 560, scale: 100 },
    { name: '1080 pixels wide with text at 200 %', width: 1080, height: 720, scale: 200 },
    { name: '720 pixels wide with text at 200 %', width: 720, height: 560, scale: 200 },
    { name: '360 pixels wide', width: 360, height: 640, scale: 100 },
  ])('loses nothing at $name', async ({ width, height, scale }) => {
    const { page } = await visit({ width, height })
    await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), scale)
    for (const screen of screens) {
      await goTo(page, screen)
      expect.soft(await overflowing(page), screen[0]).toEqual([])
    }
  })
})
