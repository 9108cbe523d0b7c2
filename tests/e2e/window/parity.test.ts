import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Browser } from 'playwright-core'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { buildPages, chromiumPath, openBrowser } from '../../support/window/open-window.ts'
import { sampleOperator } from '../../support/window/sample-operator.ts'
import { at, press, visit, visitWith } from '../../support/window/visit.ts'

/** What the command line can do, done in the window. */
describe.skipIf(chromiumPath === undefined)('the window does what the command line does', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('imports a file, names what it skipped, and the tasks are there', async () => {
    const { page, operator } = await visit(browser, { path: at('settings/data') })
    await page.getByRole('radio', { name: 'Tasks' }).click()
    const lines = '{"id":"t-9","title":"Return the drill","due":"2026-01-21"}\n{"title":""}\n'
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await (await chosen).setFiles({ name: 'tasks.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(lines) })
    await page.getByText('tasks.jsonl: 1 added, 0 changed, 0 known already, 1 skipped.').waitFor()
    await page
      .getByRole('list', { name: 'What was skipped, and why' })
      .getByText(/^Line 2: /)
      .waitFor()
    const { tasks } = await operator.handlers['tasks:list']({ view: 'all', search: 'drill', limit: 10 })
    expect(tasks.map(({ id }) => id)).toEqual(['t-9'])
  })

  it('snoozes until any time in words, says what it cannot read, and Z takes it back', async () => {
    const { page, operator } = await visit(browser, { path: at('inbox') })
    await page.getByRole('option').first().waitFor()
    await press(page, 's')
    await page.getByRole('menuitem', { name: 'Another time…' }).click()
    const field = page.getByRole('textbox', { name: 'Snooze until, or for how long' })
    await field.fill('whenever')
    await press(page, 'Enter')
    await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor()
    await field.fill('5 h')
    await press(page, 'Enter')
    const snoozed = async () => (await operator.handlers['alerts:list']({ states: ['snoozed'], limit: 10, cursor: null })).alerts
    await expect.poll(async () => (await snoozed()).length).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await snoozed()).length).toBe(0)
  })

  it('keeps a thought, splits one into its parts, and takes it back', async () => {
    const { page, operator } = await visit(browser, { path: at('captures') })
    await page.getByRole('listitem').first().waitFor()
    await press(page, 'n')
    await page.keyboard.type('Buy a birthday card for mum')
    await press(page, 'Enter')
    await page.getByText(/^Kept: task “Buy a birthday card for mum”\.$/).waitFor()
    await press(page, 'Escape')
    await page.getByRole('button', { name: /^told Priya/ }).click()
    await page.getByText('ask Sam about the badge printer').last().waitFor()
    await press(page, '9')
    const promises = async () => (await operator.handlers['promises:list']({ includeClosed: false })).promises.map(({ to }) => to)
    await expect.poll(promises).toContain('Priya')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(promises).not.toContain('Priya')
  })

  it('goes from a rule that is wrong too often to the setting it proposes', async () => {
    const path = 'monitors.health.thresholds.readiness_warning'
    const proposal = { path, from: '65', to: '60', sentence: `Set ${path} from 65 to 60.` }
    const rule = { rule: 'readiness', useful: 2, wrong: 8, known: 0, right: 0.2, low: 0.06, high: 0.51, tooOftenWrong: true, proposal }
    const real = await sampleOperator()
    onTestFinished(real.close)
    const handlers: Handlers = { ...real.operator.handlers, 'alerts:precision': () => ({ rules: [rule] }) }
    const { page } = await visitWith(browser, handlers, { path: at('patterns') })
    await page.getByText('Try “Warn below”: 60 instead of 65.').waitFor()
    await page.getByRole('link', { name: 'Go to the setting' }).click()
    await page.locator('input[type=range][aria-label="Warn below"]:focus').waitFor()
  })

  it('looks at everything a support person would ask for', async () => {
    const { page } = await visit(browser, { path: at('status') })
    await page.getByRole('button', { name: 'Look at everything' }).click()
    await page.getByRole('listitem').filter({ hasText: 'database' }).first().waitFor()
  })
})
