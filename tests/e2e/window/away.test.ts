import { expect, it } from 'vitest'
import { chromiumHost } from '../../support/window/chromium-host.ts'
import { inHost } from '../../support/window/visit.ts'

// In the desktop application the window and its operator live and die together: only a browser can lose it.
inHost(chromiumHost, 'a window whose operator went away', (visit) => {
  it('says so, and catches up when it is back', async () => {
    const { page, ask, away, complaints } = await visit()
    await page.getByRole('option').first().waitFor()
    await away(true)
    await page.getByText('The operator does not answer. What you see').waitFor()
    const { alerts } = await ask('alerts:list', { limit: 1, cursor: null })
    await ask('alerts:acknowledge', { ids: alerts.map(({ id }) => id) })
    await away(false)
    await page.getByText('acknowledged', { exact: true }).waitFor()
    await expect.poll(() => page.getByText('The operator does not answer. What you see').count()).toBe(0)
    // The browser itself writes down each connection that was refused.
    complaints.length = 0
  })
})
