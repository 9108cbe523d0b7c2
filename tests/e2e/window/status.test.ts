import { expect, it } from 'vitest'
import { arrowTo, focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'

inEveryHost('the status', (visit) => {
  it('checks, pauses, resumes and sends a test by mouse', async () => {
    const { page, ask } = await visit({ at: 'status' })
    const { runCount } = await ask('status:get', {})
    await page.getByRole('button', { name: 'Check now' }).click()
    await expect.poll(async () => (await ask('status:get', {})).runCount).toBeGreaterThan(runCount)
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('menuitem', { name: 'For 1 hour' }).click()
    await page.getByRole('heading', { name: 'Paused' }).waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.getByRole('heading', { name: 'Running in this app' }).waitFor()
    await page.getByRole('button', { name: 'Send a test by This computer' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /arrived|Not yet|refused/ })
      .waitFor()
  })

  it('checks, pauses, resumes and sends a test by keyboard alone', async () => {
    const { page, ask } = await visit({ at: 'status' })
    const { runCount } = await ask('status:get', {})
    await tabTo(page, page.getByRole('button', { name: 'Check now' }))
    await press(page, 'Enter')
    await expect.poll(async () => (await ask('status:get', {})).runCount).toBeGreaterThan(runCount)
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, page.getByRole('button', { name: 'Pause' }))
    await press(page, 'Enter')
    await arrowTo(page, page.getByRole('menuitem', { name: 'Until tomorrow 9:00' }))
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Paused' }).waitFor()
    expect((await ask('status:get', {})).pausedUntil).toBe(Date.parse('2026-01-21T09:00:00-06:00'))
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, page.getByRole('button', { name: 'Resume' }))
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Running in this app' }).waitFor()
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, page.getByRole('button', { name: 'Send a test by This computer' }))
    await press(page, 'Enter')
    await page
      .getByRole('status')
      .filter({ hasText: /arrived|Not yet|refused/ })
      .waitFor()
    await expect.poll(() => focusOf(page)).toBe('Send a test by This computer')
  })

  it('tries a source again that does not answer, by mouse and by keyboard', async () => {
    // Nothing listens on the port that is meant for discarding.
    const { page, ask } = await visit({
      at: 'status',
      configuration: 'sources: { oura: { base_url: "http://127.0.0.1:9", api_timeout_seconds: 1 } }\n',
    })
    await ask('secrets:allow-file', {})
    await ask('secrets:set', { name: 'OURA_ACCESS_TOKEN', value: 'planted-token' })
    await ask('operator:check', {})
    const retry = page.getByRole('button', { name: 'Retry Oura now' })
    await retry.click()
    await page.getByRole('row', { name: /^Oura Out of reach/ }).waitFor()
    await tabTo(page, retry)
    await press(page, 'Enter')
    await expect.poll(() => focusOf(page)).toBe('Retry Oura now')
    await page.getByRole('row', { name: /^Oura Out of reach/ }).waitFor()
  })
})
