import { expect, it } from 'vitest'
import { press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'

inEveryHost('patterns', (visit) => {
  it('say how each rule stands against its threshold, and how often it was right once alerts are rated', async () => {
    const { page, ask } = await visit({ at: 'patterns' })
    const meter = page.getByRole('meter', { name: 'Sleep debt against its threshold' })
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('4 short nights in a row, line at 3')
    await page
      .getByText(/^\d over the line$/)
      .first()
      .waitFor()
    await page.getByText(/Rate alerts in the inbox/).waitFor()
    const { alerts } = await ask('alerts:list', { limit: 100, cursor: null })
    const debt = alerts.find(({ rule }) => rule === 'sleep_debt')
    await ask('alerts:rate', { id: debt?.id ?? '', rating: 'useful' })
    await page.getByRole('link', { name: 'Inbox' }).click()
    await page.getByRole('option').first().waitFor()
    await page.getByRole('link', { name: 'Patterns' }).click()
    await page
      .getByRole('row', { name: /^Sleep debt 1 0 0 / })
      .getByText(/surely between/)
      .waitFor()
  })

  it('are reached, and scrolled to their end, by keyboard alone', async () => {
    const { page } = await visit({ height: 480 })
    await page.getByRole('option').first().waitFor()
    await press(page, 'g', 'a')
    await tabTo(page, page.getByRole('region', { name: 'Patterns' }))
    await press(page, 'End')
    const isSeen = () =>
      page.getByRole('heading', { name: 'How often it was right' }).evaluate((end) => end.getBoundingClientRect().top < innerHeight)
    await expect.poll(isSeen).toBe(true)
  })
})
