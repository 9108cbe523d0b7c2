import { expect, it } from 'vitest'
import { arrowTo, focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'

inEveryHost('the journal', (visit) => {
  it('is narrowed, searched, opened and saved as a file by mouse', async () => {
    const { page, saved } = await visit({ at: 'journal' })
    const entries = page.getByRole('listitem')
    await entries.getByText(/^Your day: 11 still open/).waitFor()
    await page.getByRole('button', { name: /^Filter|How grave/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Critical' }).click()
    await press(page, 'Escape')
    await expect.poll(() => entries.getByText(/^Your day: 11 still open/).count()).toBe(0)
    await page.getByRole('searchbox', { name: 'Search the journal' }).fill('readiness')
    await entries
      .getByRole('button', { name: /Readiness is 48/ })
      .first()
      .click()
    await page.getByText('health:readiness').first().waitFor()
    const file = await saved(() => page.getByRole('button', { name: 'Save as a file' }).click())
    expect(file.name).toBe('journal-2026-01-20.jsonl')
    const lines = file.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly severity: string; readonly title: string })
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).toMatchObject({ severity: 'critical', title: expect.stringMatching(/readiness/i) as string })
  })

  it('is narrowed, searched, opened and saved as a file by keyboard alone', async () => {
    const { page, saved } = await visit({ at: 'journal' })
    await page
      .getByRole('listitem')
      .getByText(/^Your day: 11 still open/)
      .waitFor()
    await press(page, '/')
    await page.keyboard.type('overdue')
    await expect
      .poll(() =>
        page
          .getByRole('listitem')
          .getByText(/Readiness is 48/)
          .count(),
      )
      .toBe(0)
    await tabTo(page, page.getByRole('button', { name: /^Filter|How grave/ }))
    await press(page, 'Enter')
    await arrowTo(page, page.getByRole('menuitemcheckbox', { name: 'Alerts' }))
    await press(page, 'Enter', 'Escape')
    await expect.poll(() => focusOf(page)).toMatch(/Filter|How grave/)
    await tabTo(page, page.getByRole('button', { name: /3 tasks are overdue/ }).first())
    await press(page, 'Enter')
    await page.getByText('task:overdue').first().waitFor()
    await tabTo(page, page.getByRole('button', { name: 'Save as a file' }))
    const file = await saved(() => press(page, 'Enter'))
    expect(file.text).toContain('3 tasks are overdue')
  })
})
