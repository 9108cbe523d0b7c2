import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { buildPages, chromiumPath, openBrowser } from '../../support/window/open-window.ts'
import { violations } from '../../support/window/violations.ts'
import { at, press, visit } from '../../support/window/visit.ts'

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

const screens = [
  'inbox',
  'tasks',
  'promises',
  'health',
  'patterns',
  'captures',
  'journal',
  'status',
  'settings/general',
  'settings/quiet',
  'settings/health',
  'settings/sources',
  'settings/channels',
  'settings/data',
]
const themes = ['light', 'dark'] as const

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForFunction(() => document.querySelector('main h1') !== null && document.querySelector('.animate-pulse') === null)
}

describe.skipIf(chromiumPath === undefined)('the window, for everybody', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  for (const theme of themes) {
    it(`has no violation on any screen, ${theme}`, async () => {
      const { page } = await visit(browser, { theme })
      await page.getByRole('option').first().waitFor()
      for (const screen of screens) {
        await page.evaluate((hash) => (location.hash = hash), `#/${screen}`)
        await settled(page)
        expect.soft(await violations(page, theme), screen).toEqual([])
      }
    })

    it(`has none with a pane, a menu, a table, the palette or the keys open, ${theme}`, async () => {
      const { page } = await visit(browser, { theme })
      await page.getByRole('option').first().waitFor()
      await press(page, 's')
      await page.getByRole('menu').waitFor()
      expect.soft(await violations(page, theme), 'snooze menu').toEqual([])
      await press(page, 'Escape', 'e')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      expect.soft(await violations(page, theme), 'undo').toEqual([])
      await press(page, 'Control+k')
      await page.getByRole('dialog').waitFor()
      expect.soft(await violations(page, theme), 'palette').toEqual([])
      await press(page, 'Escape', '?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      expect.soft(await violations(page, theme), 'keys').toEqual([])
      await press(page, 'Escape', 'g', 't')
      await page.getByRole('button', { name: /^Memphis report/ }).click()
      await page.getByRole('complementary').waitFor()
      expect.soft(await violations(page, theme), 'task').toEqual([])
      await press(page, 'Escape', 'g', 'p')
      await page.getByRole('button', { name: /^date night to Ashley/i }).click()
      await page.getByRole('complementary').waitFor()
      expect.soft(await violations(page, theme), 'promise').toEqual([])
      await press(page, 'g', 'h')
      await page.getByRole('button', { name: 'Readiness as a table' }).click()
      expect.soft(await violations(page, theme), 'table').toEqual([])
    })

    it(`has none in the panel and the first run, ${theme}`, async () => {
      const panel = await visit(browser, { theme, path: '/panel.html', width: 380, height: 560 })
      await panel.page.getByText('30 under your usual 78').waitFor()
      expect.soft(await violations(panel.page, theme), 'panel').toEqual([])
      const first = await visit(browser, { theme, empty: true })
      for (const step of ['1', '2', '3']) {
        await first.page.getByText(`Step ${step} of 3`).waitFor()
        expect.soft(await violations(first.page, theme), `step ${step}`).toEqual([])
        await first.page.getByRole('button', { name: /Next|Open the inbox/ }).click()
      }
    })
  }

  it.each([
    { name: '720 pixels wide', width: 720, height: 560, scale: 100 },
    { name: '1080 pixels wide with text at 200 %', width: 1080, height: 720, scale: 200 },
    { name: '720 pixels wide with text at 200 %', width: 720, height: 560, scale: 200 },
    { name: '360 pixels wide', width: 360, height: 640, scale: 100 },
  ])('loses nothing at $name', async ({ width, height, scale }) => {
    const { page } = await visit(browser, { width, height })
    await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), scale)
    for (const screen of screens) {
      await page.evaluate((hash) => (location.hash = hash), `#/${screen}`)
      await settled(page)
      expect.soft(await overflowing(page), screen).toEqual([])
    }
  })

  it('never loses the focus, and never traps it', async () => {
    const { page } = await visit(browser, { path: at('tasks') })
    await page.getByRole('button', { name: /^Memphis report/ }).waitFor()
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.querySelector('span')?.textContent ?? '',
      )
    const seen = new Set<string>()
    for (let step = 0; step < 45; step++) {
      await press(page, 'Tab')
      seen.add(
        await page.evaluate(() =>
          `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''}`.trim(),
        ),
      )
    }
    expect([...seen].some((text) => text.includes('Move Raleigh follow-up'))).toBe(true)
    // What takes its own button away leaves the focus where the person would look for it.
    await page.getByRole('button', { name: /^Memphis report/ }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(focused).toBe('Memphis report')
    await page.getByRole('checkbox', { name: 'Complete Memphis report' }).focus()
    await press(page, 'Space')
    await expect.poll(() => page.getByRole('button', { name: /^Memphis report/ }).count()).toBe(0)
    await expect.poll(focused).toBe('Renew the passport')
    await page.getByRole('button', { name: 'Undo' }).focus()
    await press(page, 'Enter')
    await page.getByRole('button', { name: /^Memphis report/ }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('screen')
  })
})
