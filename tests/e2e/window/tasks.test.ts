import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { buildPages, chromiumPath, openBrowser } from '../../support/window/open-window.ts'
import { at, press, visit } from '../../support/window/visit.ts'

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })

describe.skipIf(chromiumPath === undefined)('tasks in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('are added in words, completed and brought back by mouse', async () => {
    const { page, operator } = await visit(browser, { path: at('tasks') })
    await page.getByRole('textbox', { name: 'Add a task' }).fill('Call the plumber tomorrow p1')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('radio', { name: /Upcoming/ }).click()
    await row(page, 'Call the plumber').getByText('Tomorrow').waitFor()
    await page.getByRole('checkbox', { name: 'Complete Call the plumber' }).click()
    await expect.poll(() => row(page, 'Call the plumber').count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await row(page, 'Call the plumber').waitFor()
    const { tasks } = await operator.handlers['tasks:list']({ view: 'upcoming', limit: 100 })
    expect(tasks.find(({ title }) => title === 'Call the plumber')).toMatchObject({ priority: 'p1', status: 'pending' })
  })

  it('are moved, edited and completed by keyboard alone', async () => {
    const { page, operator } = await visit(browser, { path: at('tasks') })
    await row(page, 'Memphis report').waitFor()
    await press(page, 'j', 'm')
    await page.getByRole('menuitem', { name: /Tomorrow/ }).waitFor()
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
    await expect.poll(() => row(page, 'Memphis report').count()).toBe(0)
    await press(page, 'z')
    await row(page, 'Memphis report').waitFor()
    await press(page, 'k')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Memphis report')
    await press(page, 'Enter')
    const title = page.getByRole('textbox', { name: 'Title' })
    await title.focus()
    await title.fill('Memphis report, second draft')
    await press(page, 'Enter')
    await row(page, 'Memphis report, second draft').waitFor()
    const { tasks } = await operator.handlers['tasks:list']({ view: 'overdue', limit: 100 })
    expect(tasks.map((task) => task.title)).toContain('Memphis report, second draft')
  })

  it('say beside the field what a date is that nobody understands, and keep what was typed', async () => {
    const { page } = await visit(browser, { path: at('tasks') })
    await page.getByRole('button', { name: /^Memphis report/ }).click()
    const due = page.getByRole('textbox', { name: /^Due/ })
    await due.fill('when pigs fly')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('complementary').getByRole('alert').waitFor()
    expect(await due.inputValue()).toBe('when pigs fly')
  })

  it('that are overdue are moved together, and back together', async () => {
    const { page, operator } = await visit(browser, { path: at('tasks') })
    const overdue = async () => (await operator.handlers['tasks:list']({ view: 'overdue', limit: 100 })).tasks.length
    const before = await overdue()
    await page.getByRole('radio', { name: /Overdue/ }).click()
    await page.getByRole('button', { name: 'Move all' }).click()
    await page.getByRole('menuitem', { name: /Next Monday/ }).click()
    await expect.poll(overdue).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(overdue).toBe(before)
  })
})
