import { expect, it } from 'vitest'
import { focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'
import type { OpenWindow } from '../../support/window/window-host.ts'

async function taskCount({ ask }: OpenWindow): Promise<number> {
  return (await ask('tasks:list', { view: 'all', limit: 100 })).tasks.length
}

inEveryHost('Settings → Data', (visit) => {
  it('backs up with a passphrase, refuses a wrong one, shows what would change, restores, and undoes it', async () => {
    const window = await visit({ at: 'settings/data' })
    const { page, ask } = window
    await page.getByLabel(/^Passphrase for this backup/).fill('correct horse')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText('A backup was made and checked').waitFor()
    const before = await taskCount(window)
    await ask('tasks:add', { text: 'Made after the backup' })
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
    expect(await taskCount(window)).toBe(before + 1)
    await panel.getByRole('button', { name: 'Restore it' }).click()
    await expect.poll(() => taskCount(window)).toBe(before)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => taskCount(window)).toBe(before + 1)
  })

  it('checks everything, exports the journal, and erases it for the right word alone, with a way back', async () => {
    const window = await visit({ at: 'settings/data' })
    const { page, saved } = window
    const before = await taskCount(window)
    await page.getByRole('button', { name: 'Check everything' }).click()
    await page.getByText('Everything is sound').waitFor()
    const journal = await saved(() => page.getByRole('button', { name: 'Export the journal' }).click())
    expect(journal.name).toBe('journal-2026-01-20.jsonl')
    expect(journal.text).toContain('Readiness is 48, very low')
    await page.getByLabel('Type ERASE to confirm').fill('erase')
    await page.getByRole('button', { name: 'Erase everything' }).click()
    await page.getByText('Nothing was erased').waitFor()
    expect(await taskCount(window)).toBe(before)
    await page.getByLabel('Type ERASE to confirm').fill('ERASE')
    await page.getByRole('button', { name: 'Erase everything' }).click()
    await page.getByText('Everything was erased:').waitFor()
    expect(await taskCount(window)).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => taskCount(window)).toBe(before)
  })

  it('is backed up, looked into, restored, checked and erased by keyboard alone', async () => {
    const window = await visit({ at: 'settings/data' })
    const { page, ask } = window
    await tabTo(page, page.getByRole('button', { name: 'Back up now' }))
    await press(page, 'Enter')
    await page.getByText('A backup was made and checked').waitFor()
    await expect.poll(() => focusOf(page)).toBe('Back up now')
    const before = await taskCount(window)
    await ask('tasks:add', { text: 'Made after the backup' })
    await tabTo(page, page.getByRole('button', { name: /^Restore the backup: Asked for/ }))
    await press(page, 'Enter')
    const panel = page.getByRole('form', { name: /^Restore: Asked for/ })
    await panel.getByRole('row', { name: /^Tasks/ }).waitFor()
    await tabTo(page, panel.getByRole('button', { name: 'Restore it' }))
    await press(page, 'Enter')
    await expect.poll(() => taskCount(window)).toBe(before)
    await expect.poll(() => panel.count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
    await press(page, 'z')
    await expect.poll(() => taskCount(window)).toBe(before + 1)
    await tabTo(page, page.getByRole('button', { name: 'Check everything' }))
    await press(page, 'Enter')
    await page.getByText('Everything is sound').waitFor()
    await expect.poll(() => focusOf(page)).toBe('Check everything')
    await tabTo(page, page.getByLabel('Type ERASE to confirm'))
    await page.keyboard.type('ERASE')
    await press(page, 'Enter')
    await page.getByText('Everything was erased:').waitFor()
    await expect.poll(() => focusOf(page)).not.toBe('')
    expect(await taskCount(window)).toBe(0)
  })
})
