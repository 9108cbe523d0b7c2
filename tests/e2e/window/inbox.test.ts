import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { buildPages, chromiumPath, openBrowser, openPage } from '../../support/window/open-window.ts'
import type { OpenPage } from '../../support/window/open-window.ts'
import { fakeOperator } from '../../support/window/fake-operator.ts'

const option = (page: Page, title: string) => page.getByRole('option', { name: new RegExp(title) })
const heading = (page: Page, title: string) => page.getByRole('heading', { name: title, level: 2 })

describe.skipIf(chromiumPath === undefined)('the inbox in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const visit = async (run: (page: Page, opened: OpenPage) => Promise<void>) => {
    const open = await openPage(browser, fakeOperator())
    try {
      await open.page.getByRole('option').first().waitFor()
      await run(open.page, open)
      expect(open.complaints).toEqual([])
    } finally {
      await open.close()
    }
  }
  it('opens on the gravest alert with its reason, and acknowledges and undoes it by mouse', () =>
    visit(async (page) => {
      await heading(page, 'Readiness is 48, very low').waitFor()
      await page.getByText('Why you see this').waitFor()
      await page.getByRole('button', { name: 'Acknowledge' }).click()
      await page.getByText('You acknowledged this').waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByRole('button', { name: 'Acknowledge' }).waitFor()
    }))

  it('is worked through by keyboard alone', () =>
    visit(async (page) => {
      await heading(page, 'Readiness is 48, very low').waitFor()
      await page.keyboard.press('j')
      await heading(page, 'Promised Ashley a date night 3 days ago').waitFor()
      await page.keyboard.press('e')
      await page.getByText('You acknowledged this').waitFor()
      await page.keyboard.press('z')
      await page.getByRole('button', { name: 'Acknowledge' }).waitFor()
      await page.keyboard.press('s')
      await page.getByRole('menuitem', { name: /1 hour/ }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByText('It comes back if it is still true').waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('overdue')
      await option(page, '3 tasks are overdue').waitFor()
      await expect.poll(() => page.getByRole('option').count()).toBe(1)
    }))

  it('says why something was not told', () =>
    visit(async (page) => {
      await page.getByRole('radio', { name: /Held back/ }).click()
      await option(page, '2 tasks are due tomorrow').click()
      await page.getByText('Quiet hours until 07:00').waitFor()
    }))

  it('puts a refused change back and keeps the reason on the screen', () =>
    visit(async (page, { server }) => {
      server.refuseNext('alerts:acknowledge', 'The database is read-only. Free some space, then try again.')
      await page.getByRole('button', { name: 'Acknowledge' }).click()
      await page.getByRole('alert').getByText('The database is read-only').waitFor()
      await page.getByRole('button', { name: 'Acknowledge' }).waitFor()
    }))
})
