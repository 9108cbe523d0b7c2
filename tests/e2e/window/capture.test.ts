import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { fakeOperator } from '../../support/window/fake-operator.ts'
import { buildPages, chromiumPath, openBrowser } from '../../support/window/open-window.ts'
import { at, press, visit, visitWith } from '../../support/window/visit.ts'
import { violations } from '../../support/window/violations.ts'

const place = { path: '/capture.html', width: 620, height: 200 } as const

describe.skipIf(chromiumPath === undefined)('capturing a thought', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  for (const theme of ['light', 'dark'] as const) {
    it(`has no violation while writing, after saving, and when it fails, ${theme}`, async () => {
      const { page, server } = await visitWith(browser, fakeOperator(), { ...place, theme })
      await page.getByRole('textbox').waitFor()
      await page.keyboard.type('Call Sam tomorrow')
      await page.getByRole('img', { name: 'Date' }).waitFor()
      expect.soft(await violations(page), 'writing').toEqual([])
      server.refuseNext('captures:add', 'The disk is full.')
      await press(page, 'Enter')
      await page.getByRole('alert').getByText('The disk is full.').waitFor()
      expect.soft(await violations(page), 'failed').toEqual([])
      expect(await page.getByRole('textbox').inputValue()).toBe('Call Sam tomorrow')
      await press(page, 'Enter')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      expect.soft(await violations(page), 'saved').toEqual([])
    })
  }

  it('is ready to type, marks what it understood, and takes the text as it stands at one key', async () => {
    const { page } = await visit(browser, place)
    await page.getByRole('textbox').waitFor()
    await page.keyboard.type('Call the plumber tomorrow at 9')
    await page.getByRole('img', { name: 'Date' }).waitFor()
    await press(page, 'Control+d')
    await page.getByText('dates and people are not read').waitFor()
    expect(await page.getByRole('img', { name: 'Date' }).count()).toBe(0)
    await press(page, 'Control+d')
    await page.getByRole('img', { name: 'Date' }).waitFor()
  })

  it('says what became of it, and Z takes it back', async () => {
    const { page, operator } = await visit(browser, place)
    await page.getByRole('textbox').waitFor()
    await page.keyboard.type('Call the plumber tomorrow at 9')
    await press(page, 'Enter')
    await page.getByRole('status').getByText('Task').waitFor()
    await press(page, 'z')
    await page.getByText('Taken back').waitFor()
    const { captures } = await operator.handlers['captures:list']({ show: 'all', before: null, limit: 10 })
    expect(captures[0]).toMatchObject({ text: 'Call the plumber tomorrow at 9', state: 'undone' })
  })

  it('keeps several lines and a long text whole, and the draft through a reload', async () => {
    const { page, operator } = await visit(browser, place)
    await page.getByRole('textbox').waitFor()
    await page.keyboard.type('one')
    await press(page, 'Shift+Enter')
    await page.keyboard.type('two')
    await page.reload()
    expect(await page.getByRole('textbox').inputValue()).toBe('one\ntwo')
    const long = `${'a line of a pasted trace \u{1F642} שלום\n'.repeat(400)}end`
    await page.getByRole('textbox').fill(long)
    await press(page, 'Enter')
    await page.getByText('Type to write the next one').waitFor()
    const { captures } = await operator.handlers['captures:list']({ show: 'all', before: null, limit: 10 })
    expect(captures[0]?.text).toBe(long)
  })

  it('decides what waits by one key, and shows what a change of mind would do', async () => {
    const handlers = fakeOperator()
    const { page } = await visitWith(browser, handlers, { path: at('captures') })
    await page.getByRole('button', { name: /^Yes, / }).waitFor()
    await press(page, '5')
    await page.getByText(/^Filed “/).waitFor()
    await page.getByRole('radio', { name: 'Ideas' }).click()
    await page.getByRole('list', { name: 'Captures' }).getByRole('button').first().click()
    await press(page, '6')
    await page.getByRole('heading', { name: 'As private task instead' }).waitFor()
    expect(await violations(page)).toEqual([])
    await press(page, 'Enter')
    await page.getByText(/as private task\./).waitFor()
  })
})
