import { expect, it } from 'vitest'
import { focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'
import type { OpenWindow } from '../../support/window/window-host.ts'

async function promiseTo({ ask }: OpenWindow, person: string) {
  return (await ask('promises:list', { includeClosed: true })).promises.find(({ to }) => to === person)
}

inEveryHost('promises', (visit) => {
  it('are made, kept, taken back and changed by mouse, with words for a late one', async () => {
    const window = await visit({ at: 'promises' })
    const { page } = window
    await page.getByRole('button', { name: /^date night to Ashley/i }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'A message you could send' }).inputValue()).toContain('Hi Ashley')
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    await page.getByRole('checkbox', { name: /Kept: date night/i }).click()
    await expect.poll(async () => (await promiseTo(window, 'Ashley'))?.status).toBe('kept')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await promiseTo(window, 'Ashley'))?.status).toBe('active')
    await page.getByRole('combobox', { name: 'How it stands' }).selectOption('renegotiated')
    await expect.poll(async () => (await promiseTo(window, 'Ashley'))?.status).toBe('renegotiated')
    await page.getByRole('textbox', { name: 'What you promised' }).fill('Return the drill')
    await page.getByRole('textbox', { name: 'To whom' }).fill('Noor')
    await page.getByRole('textbox', { name: 'By when' }).fill('Friday')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page
      .getByRole('button', { name: /^Return the drill/ })
      .getByText('Friday')
      .waitFor()
    await page.getByRole('radio', { name: 'By person' }).click()
    await page.getByRole('heading', { name: 'Noor' }).waitFor()
  })

  it('are made, kept, taken back and changed by keyboard alone', async () => {
    const window = await visit({ at: 'promises' })
    const { page } = window
    await tabTo(page, page.getByRole('textbox', { name: 'What you promised' }))
    await page.keyboard.type('Return the drill')
    await press(page, 'Tab')
    await page.keyboard.type('Noor')
    await press(page, 'Tab')
    await page.keyboard.type('Friday')
    await press(page, 'Enter')
    await page.getByRole('button', { name: /^Return the drill/ }).waitFor()
    await expect.poll(() => promiseTo(window, 'Noor')).toMatchObject({ what: 'Return the drill', dueDay: '2026-01-23' })
    await tabTo(page, page.getByRole('checkbox', { name: /Kept: date night/i }))
    await press(page, 'Space')
    await expect.poll(async () => (await promiseTo(window, 'Ashley'))?.status).toBe('kept')
    await expect.poll(() => focusOf(page)).not.toBe('')
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await press(page, 'z')
    await expect.poll(async () => (await promiseTo(window, 'Ashley'))?.status).toBe('active')
    await tabTo(page, page.getByRole('button', { name: /^date night to Ashley/i }))
    await press(page, 'Enter')
    await tabTo(page, page.getByRole('textbox', { name: 'What', exact: true }))
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type('a night at the theatre')
    await press(page, 'Enter')
    await expect.poll(async () => (await promiseTo(window, 'Ashley'))?.what).toBe('a night at the theatre')
    await tabTo(page, page.getByRole('button', { name: 'Close' }))
    await press(page, 'Enter')
    await expect.poll(() => focusOf(page)).toContain('a night at the theatre')
  })

  it('that were refused stay as typed, with the reason beside them', async () => {
    const { page, refuse } = await visit({ at: 'promises' })
    await refuse('promises:add', 'The disk is full.')
    await page.getByRole('textbox', { name: 'What you promised' }).fill('Return the drill')
    await page.getByRole('textbox', { name: 'To whom' }).fill('Noor')
    await press(page, 'Enter')
    await page.getByRole('alert').getByText('The disk is full.').waitFor()
    expect(await page.getByRole('textbox', { name: 'What you promised' }).inputValue()).toBe('Return the drill')
  })
})
