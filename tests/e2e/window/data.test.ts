import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { buildPages, chromiumPath, openBrowser } from '../../support/window/open-window.ts'
import { at, visit } from '../../support/window/visit.ts'

describe.skipIf(chromiumPath === undefined)('Settings → Data in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('backs up with a passphrase, refuses a wrong one, shows what would change, restores, and undoes it', async () => {
    const { page, operator } = await visit(browser, { path: at('settings/data') })
    const all = async () => (await operator.handlers['tasks:list']({ view: 'all', limit: 100 })).tasks.length
    await page.getByLabel(/^Passphrase for this backup/).fill('correct horse')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText('A backup was made and checked').waitFor()
    const before = await all()
    await operator.handlers['tasks:add']({ text: 'Made after the backup' })
    await page.getByRole('button', { name: /^Restore the backup: Asked for/ }).click()
    const panel = page.getByRole('form', { name: /^Restore: Asked for/ })
    await panel.getByLabel('Passphrase').fill('battery staple')
    await panel.getByRole('button', { name: 'Look inside' }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: /passphrase/ })
      .waitFor()
    await panel.getByLabel('Passphrase').fill('correct horse')
    await panel.getByRole('button', { name: 'Look inside' }).click()
    await panel.getByRole('row', { name: /^Tasks/ }).waitFor()
    expect(await all()).toBe(before + 1)
    await panel.getByRole('button', { name: 'Restore it' }).click()
    await expect.poll(all).toBe(before)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(all).toBe(before + 1)
  })

  it('checks everything, and erases it for the right word alone, with a way back', async () => {
    const { page, operator } = await visit(browser, { path: at('settings/data') })
    const all = async () => (await operator.handlers['tasks:list']({ view: 'all', limit: 100 })).tasks.length
    const before = await all()
    await page.getByRole('button', { name: 'Check everything' }).click()
    await page.getByText('Everything is sound').waitFor()
    await page.getByLabel('Type ERASE to confirm').fill('erase')
    await page.getByRole('button', { name: 'Erase everything' }).click()
    await page.getByText('Nothing was erased').waitFor()
    expect(await all()).toBe(before)
    await page.getByLabel('Type ERASE to confirm').fill('ERASE')
    await page.getByRole('button', { name: 'Erase everything' }).click()
    await page.getByText('Everything was erased:').waitFor()
    expect(await all()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(all).toBe(before)
  })
})
