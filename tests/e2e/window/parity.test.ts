import { expect, it } from 'vitest'
import { saveAlert } from '../../../main/store/alerts.ts'
import type { Writer } from '../../../main/store/database.ts'
import { anAlert } from '../../support/records.ts'
import { press } from '../../support/window/keyboard.ts'
import { morning } from '../../support/window/prepared-folders.ts'
import { inEveryHost } from '../../support/window/visit.ts'

/** Ten alerts of one rule, long closed, for their owner to say what they were worth. */
function plantOpinions(db: Writer): void {
  for (let index = 0; index < 10; index += 1) {
    const at = morning - (index + 2) * 86_400_000
    const times = { openedAt: at, updatedAt: at, lastSeenAt: at, closedAt: at, clearedAt: at }
    saveAlert(db, anAlert({ id: `rated-${index}`, key: `health:readiness:${index}`, state: 'resolved', closedBy: 'rule', ...times }))
  }
}

/** What the command line can do, done in the window. */
inEveryHost('the window does what the command line does', (visit) => {
  it('imports a file, names what it skipped, and the tasks are there', async () => {
    const { page, ask } = await visit({ at: 'settings/data' })
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
    const { tasks } = await ask('tasks:list', { view: 'all', search: 'drill', limit: 10 })
    expect(tasks.map(({ id }) => id)).toEqual(['t-9'])
  })

  it('snoozes until any time in words, says what it cannot read, and Z takes it back', async () => {
    const { page, ask } = await visit()
    await page.getByRole('option').first().waitFor()
    await press(page, 's')
    await page.getByRole('menuitem', { name: 'Another time…' }).click()
    const field = page.getByRole('textbox', { name: 'Snooze until, or for how long' })
    await field.fill('whenever')
    await press(page, 'Enter')
    await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor()
    await field.fill('5 h')
    await press(page, 'Enter')
    const snoozed = async () => (await ask('alerts:list', { states: ['snoozed'], limit: 10, cursor: null })).alerts
    await expect.poll(async () => (await snoozed()).length).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await snoozed()).length).toBe(0)
  })

  it('dismisses a thought that waits, by key and by mouse, and lets it wait again', async () => {
    const { page, ask } = await visit({ at: 'captures' })
    const waiting = async () => (await ask('captures:list', { show: 'review' })).captures.length
    await page.getByRole('button', { name: /^Dismiss/ }).waitFor()
    await press(page, 'd')
    await expect.poll(waiting).toBe(2)
    await page.getByRole('button', { name: /^Dismiss/ }).click()
    await expect.poll(waiting).toBe(1)
    await press(page, 'z', 'z')
    await expect.poll(waiting).toBe(3)
  })

  it('keeps a thought, splits one into its parts, and takes it back', async () => {
    const { page, ask } = await visit({ at: 'captures' })
    await page.getByRole('listitem').first().waitFor()
    await press(page, 'n')
    await page.keyboard.type('Buy a birthday card for mum')
    await press(page, 'Enter')
    await page.getByText(/^Kept: task “Buy a birthday card for mum”\.$/).waitFor()
    await press(page, 'Escape')
    await page.getByRole('button', { name: /^told Priya/ }).click()
    await page.getByText('ask Sam about the badge printer').last().waitFor()
    await press(page, '9')
    const promises = async () => (await ask('promises:list', { includeClosed: false })).promises.map(({ to }) => to)
    await expect.poll(promises).toContain('Priya')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(promises).not.toContain('Priya')
  })

  it('goes from a rule that is wrong too often to the setting it proposes', async () => {
    const { page, ask } = await visit({ plant: plantOpinions })
    for (let index = 0; index < 10; index += 1) await ask('alerts:rate', { id: `rated-${index}`, rating: index < 2 ? 'useful' : 'wrong' })
    await press(page, 'g', 'a')
    await page.getByText(/Wrong too often\. Try “Warn below”: \d+ instead of 65\./).waitFor()
    await page.getByRole('link', { name: 'Go to the setting' }).click()
    await page.locator('input[type=range][aria-label="Warn below"]:focus').waitFor()
  })

  it('looks at everything a support person would ask for', async () => {
    const { page } = await visit({ at: 'status' })
    await page.getByRole('button', { name: 'Look at everything' }).click()
    await page.getByRole('listitem').filter({ hasText: 'database' }).first().waitFor()
  })
})
