import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { buildPages, chromiumPath, openBrowser } from '../../support/window/open-window.ts'
import { at, press, visit } from '../../support/window/visit.ts'

describe.skipIf(chromiumPath === undefined)('the window in Chromium, over the real operator', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('shows a newcomer in, with sample data by one click and out by one', async () => {
    const { page, operator } = await visit(browser, { empty: true })
    await page.getByRole('heading', { name: /watches three things/ }).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: /Use the sample data/ }).click()
    await page.getByText('The sample data is in.').waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('switch', { name: /Start when you log in/ }).waitFor()
    await page.getByRole('button', { name: 'Open the inbox' }).click()
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await expect.poll(async () => (await operator.handlers['status:get']({})).hasSampleData).toBe(false)
    await page.reload()
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
  })

  it('keeps a promise, drafts words for a late one, and takes it back', async () => {
    const { page, operator } = await visit(browser, { path: at('promises') })
    await page.getByRole('button', { name: /^date night to Ashley/i }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'A message you could send' }).inputValue()).toContain('Hi Ashley')
    await page.getByRole('checkbox', { name: /Kept: date night/i }).click()
    const status = async () =>
      (await operator.handlers['promises:list']({ includeClosed: true })).promises.find(({ to }) => to === 'Ashley')?.status
    await expect.poll(status).toBe('kept')
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await press(page, 'z')
    await expect.poll(status).toBe('active')
    await page.getByRole('textbox', { name: 'What you promised' }).fill('Return the drill')
    await page.getByRole('textbox', { name: 'To whom' }).fill('Noor')
    await page.getByRole('textbox', { name: 'By when' }).fill('Friday')
    await press(page, 'Enter')
    await page
      .getByRole('button', { name: /^Return the drill/ })
      .getByText('Friday')
      .waitFor()
  })

  it('reads a chart by keyboard, opens the alert of a day, and gives it as a table and a file', async () => {
    const { page } = await visit(browser, { path: at('health') })
    const chart = page.getByRole('slider', { name: 'Readiness, day by day' })
    await chart.focus()
    await press(page, 'End')
    await expect.poll(() => chart.getAttribute('aria-valuetext')).toContain('Tue 20 January: 48 of 100')
    await press(page, 'ArrowLeft')
    await expect.poll(() => chart.getAttribute('aria-valuetext')).toContain('Mon 19 January')
    await page.getByRole('button', { name: 'Readiness as a table' }).click()
    await page.getByRole('rowheader', { name: 'Tue 20 January' }).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save Readiness as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('readiness.csv')
    await page.getByRole('button', { name: 'Readiness as a chart' }).click()
    await chart.focus()
    await press(page, 'End', 'Enter')
    await page.getByRole('heading', { name: 'Readiness is 48, very low', level: 2 }).waitFor()
  })

  it('pans and zooms every chart together', async () => {
    const { page } = await visit(browser, { path: at('health') })
    const measured = page.getByRole('region', { name: 'Readiness', exact: true }).getByText(/^\d+ days, \d+ measured$/)
    await expect.poll(() => measured.textContent()).toBe('30 days, 29 measured')
    await page.getByRole('radio', { name: '14 d' }).click()
    await expect.poll(() => measured.textContent()).toBe('14 days, 13 measured')
    const chart = page.getByRole('slider', { name: 'Readiness, day by day' })
    await chart.focus()
    await press(page, 'End', '-', '-')
    await expect.poll(() => measured.textContent()).toBe('27 days, 26 measured')
  })

  it('says how each pattern stands against its threshold', async () => {
    const { page } = await visit(browser, { path: at('patterns') })
    await page.getByRole('meter', { name: 'Sleep debt against its threshold' }).waitFor()
    await page
      .getByText(/^\d over the line$/)
      .first()
      .waitFor()
    await page.getByText(/Rate alerts in the inbox/).waitFor()
  })

  it('searches the journal and opens an entry', async () => {
    const { page } = await visit(browser, { path: at('journal') })
    await page
      .getByRole('button', { name: /Readiness is 48/ })
      .first()
      .waitFor()
    await press(page, '/')
    await page.keyboard.type('overdue')
    await page
      .getByRole('button', { name: /3 tasks are overdue/ })
      .first()
      .click()
    await page.getByText('task:overdue').first().waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as a file' }).click()
    expect((await download).suggestedFilename()).toBe('journal-2026-01-20.jsonl')
  })

  it('checks, pauses and resumes', async () => {
    const { page, operator } = await visit(browser, { path: at('status') })
    await page.getByRole('button', { name: 'Check now' }).click()
    await expect.poll(async () => (await operator.handlers['status:get']({})).runCount).toBeGreaterThan(2)
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('menuitem', { name: 'For 1 hour' }).click()
    await page.getByRole('heading', { name: 'Paused' }).waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.getByRole('heading', { name: 'Running in this app' }).waitFor()
  })

  it('judges a setting as it is typed, applies it when it is left, and undoes it', async () => {
    const { page, operator } = await visit(browser, { path: at('settings/health') })
    const field = page.getByRole('textbox', { name: 'Warn below' }).first()
    await field.fill('165')
    await page.getByRole('alert').filter({ hasText: /100/ }).waitFor()
    await field.fill('70')
    await page.getByText(/Last 90 days: \d+ alerts? instead of/).waitFor()
    await press(page, 'Tab')
    const inForce = async () => JSON.stringify((await operator.handlers['settings:get']({})).values['monitors'])
    await expect.poll(inForce).toContain('"readiness_warning":70')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(inForce).toContain('"readiness_warning":65')
  })

  it('takes a key, says that it is set, never shows it, and asks before it is deleted', async () => {
    const { page } = await visit(browser, { path: at('settings/sources') })
    const oura = page.getByRole('article', { name: 'Oura' })
    await page.getByRole('button', { name: 'Keep them in a file that only you can read' }).click()
    await oura.getByRole('button', { name: /^Set Oura: an access token/ }).click()
    await page.keyboard.type('planted-token')
    await press(page, 'Enter')
    await oura.getByText('kept in a file only you can read').waitFor()
    expect(await page.content()).not.toContain('planted-token')
    await oura.getByRole('button', { name: /^Delete Oura: an access token/ }).click()
    await oura.getByRole('alert').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => oura.getByText('kept in a file only you can read').count()).toBe(0)
  })

  it('sends a test by a channel and says beside it what became of it', async () => {
    const { page } = await visit(browser, { path: at('status') })
    await page.getByRole('button', { name: 'Send a test by This computer' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /arrived|Not yet|refused/ })
      .waitFor()
  })

  it('wears the chosen theme at once and after a reload', async () => {
    const { page } = await visit(browser, { path: at('settings/general') })
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
    await expect.poll(theme).toBe('dark')
    await page.reload()
    await expect.poll(theme).toBe('dark')
  })

  it('goes anywhere by the palette and by two keys, and gives the focus back', async () => {
    const { page } = await visit(browser)
    await page.getByRole('option').first().waitFor()
    await press(page, 'Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('memphis rep')
    await page.getByRole('option', { name: /^Memphis report/ }).waitFor()
    await press(page, 'Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await press(page, 'g', 'h')
    await page.getByRole('heading', { name: 'Health', level: 1 }).waitFor()
    await press(page, '?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await press(page, 'Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('shows today in the panel, and takes a task', async () => {
    const { page, operator } = await visit(browser, { path: '/panel.html', width: 380, height: 560 })
    await page.getByText('30 under your usual 78').waitFor()
    await page.getByRole('button', { name: 'Acknowledge Readiness is 48, very low' }).click()
    const open = async () =>
      (await operator.handlers['alerts:list']({ states: ['open'], limit: 100, cursor: null })).alerts.map(({ title }) => title)
    await expect.poll(open).not.toContain('Readiness is 48, very low')
    await page.getByRole('textbox', { name: 'Add a task' }).fill('Water the plants today')
    await press(page, 'Enter')
    await page.getByText('Water the plants', { exact: true }).waitFor()
  })

  it('says that the operator is away, and catches up when it is back', async () => {
    const { page, server, operator, complaints } = await visit(browser)
    await page.getByRole('option').first().waitFor()
    server.away(true)
    await page.getByText('The operator does not answer. What you see').waitFor()
    const [first] = (await operator.handlers['alerts:list']({ limit: 1, cursor: null })).alerts
    await operator.handlers['alerts:acknowledge']({ ids: [first?.id ?? ''] })
    server.away(false)
    await page.getByText('acknowledged', { exact: true }).waitFor()
    // The browser itself writes down each connection that was refused.
    complaints.length = 0
  })
})
