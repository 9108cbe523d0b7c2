import { expect, it } from 'vitest'
import { focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'
import type { OpenWindow } from '../../support/window/window-host.ts'

/** The settings in force, as one text. */
async function inForce({ ask }: OpenWindow): Promise<string> {
  return JSON.stringify((await ask('settings:get', {})).values)
}

inEveryHost('the settings', (visit) => {
  it('are judged as they are typed, applied when they are left, and undone by mouse', async () => {
    const window = await visit({ at: 'settings/health' })
    const { page } = window
    const field = page.getByRole('textbox', { name: 'Warn below' }).first()
    await field.fill('165')
    await page.getByRole('alert').filter({ hasText: /100/ }).waitFor()
    await field.fill('70')
    await page.getByText(/Last 90 days: \d+ alerts? instead of/).waitFor()
    await page.getByRole('heading', { name: 'Sleep', exact: true }).click()
    await expect.poll(() => inForce(window)).toContain('"readiness_warning":70')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => inForce(window)).toContain('"readiness_warning":65')
    await page.getByRole('link', { name: 'Channels' }).click()
    await page.getByRole('combobox', { name: 'From which severity' }).first().selectOption('high')
    await expect.poll(() => inForce(window)).toContain('"min_severity":"high"')
    await page.getByRole('switch', { name: 'Tell you by email' }).click()
    await expect.poll(() => page.getByRole('switch', { name: 'Tell you by email' }).getAttribute('aria-checked')).not.toBe(null)
  })

  it('are found, tried on the slider, applied and undone by keyboard alone', async () => {
    const window = await visit()
    const { page } = window
    await page.getByRole('option').first().waitFor()
    await press(page, 'g', ',')
    await tabTo(page, page.getByRole('navigation', { name: 'Parts of the settings' }).getByRole('link', { name: 'Health' }))
    await press(page, 'Enter')
    await tabTo(page, page.getByRole('slider', { name: 'Warn below' }).first())
    await press(page, 'ArrowRight', 'ArrowRight')
    await expect.poll(() => inForce(window)).toContain('"readiness_warning":67')
    await expect.poll(() => focusOf(page)).toBe('Warn below')
    await press(page, 'Tab', 'ControlOrMeta+a')
    await page.keyboard.type('7x')
    await page.getByText('This is not a number.').waitFor()
    await press(page, 'Escape')
    await expect.poll(() => page.getByText('This is not a number.').count()).toBe(0)
    await tabTo(page, page.getByRole('button', { name: 'Back to 65' }))
    await press(page, 'Enter')
    await expect.poll(() => inForce(window)).toContain('"readiness_warning":65')
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, page.getByRole('switch', { name: 'Watch your body' }))
    await press(page, 'Space')
    await expect.poll(() => inForce(window)).toContain('"health":{"enabled":false')
    await expect.poll(() => focusOf(page)).toBe('Watch your body')
    await press(page, 'z')
    await expect.poll(() => inForce(window)).toContain('"health":{"enabled":true')
  })

  it('take a key, say that it is set, never show it, and ask before it is deleted, by mouse', async () => {
    const { page } = await visit({ at: 'settings/sources' })
    const oura = page.getByRole('article', { name: 'Oura' })
    await page.getByRole('button', { name: 'Keep them in a file that only you can read' }).click()
    await oura.getByRole('button', { name: /^Set Oura: an access token/ }).click()
    await page.keyboard.type('planted-token')
    await oura.getByRole('button', { name: 'Save' }).click()
    await oura.getByText('kept in a file only you can read').waitFor()
    expect(await page.content()).not.toContain('planted-token')
    await oura.getByRole('button', { name: /^Delete Oura: an access token/ }).click()
    await oura.getByRole('alert').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => oura.getByText('kept in a file only you can read').count()).toBe(0)
  })

  it('take, test, replace and delete a key by keyboard alone, and keep the focus where it was', async () => {
    const { page } = await visit({
      at: 'settings/sources',
      // Nothing listens on the port that is meant for discarding.
      configuration: 'retry: { base_ms: 1, max_ms: 2 }\nsources: { oura: { base_url: "http://127.0.0.1:9", api_timeout_seconds: 1 } }\n',
    })
    const oura = page.getByRole('article', { name: 'Oura' })
    await tabTo(page, page.getByRole('button', { name: 'Keep them in a file that only you can read' }))
    await press(page, 'Enter')
    await expect.poll(() => page.getByRole('button', { name: 'Keep them in a file that only you can read' }).count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, oura.getByRole('button', { name: /^Set Oura: an access token/ }))
    await press(page, 'Enter')
    await page.keyboard.type('planted-token')
    await press(page, 'Enter')
    await oura.getByText('kept in a file only you can read').waitFor()
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, oura.getByRole('button', { name: 'Test' }))
    await press(page, 'Enter')
    await oura.getByRole('status').filter({ hasText: /\w/ }).waitFor()
    await expect.poll(() => focusOf(page)).toBe('Test')
    await tabTo(page, oura.getByRole('button', { name: /^Replace Oura: an access token/ }))
    await press(page, 'Enter')
    await expect.poll(() => focusOf(page)).toContain('New value')
    await press(page, 'Escape')
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, oura.getByRole('button', { name: /^Delete Oura: an access token/ }))
    await press(page, 'Enter')
    await tabTo(page, oura.getByRole('alert').getByRole('button', { name: 'Delete' }))
    await press(page, 'Enter')
    await expect.poll(() => oura.getByText('kept in a file only you can read').count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
  })

  it('change the theme at once, and keep it through a reload', async () => {
    const { page } = await visit({ at: 'settings/general' })
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
    await expect.poll(theme).toBe('dark')
    await page.reload()
    await expect.poll(theme).toBe('dark')
  })
})
