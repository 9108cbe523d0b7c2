import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { arrowTo, focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'
import type { OpenWindow } from '../../support/window/window-host.ts'

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })

async function taskOf({ ask }: OpenWindow, title: string) {
  const [open, done] = await Promise.all([ask('tasks:list', { view: 'all', limit: 100 }), ask('tasks:list', { view: 'done', limit: 100 })])
  return [...open.tasks, ...done.tasks].find((task) => task.title === title)
}

inEveryHost('tasks', (visit) => {
  it('are added in words, completed and brought back by mouse', async () => {
    const window = await visit({ at: 'tasks' })
    const { page } = window
    await page.getByRole('textbox', { name: 'Add a task' }).fill('Call the plumber tomorrow p1')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('radio', { name: /Upcoming/ }).click()
    await row(page, 'Call the plumber').getByText('Tomorrow').waitFor()
    await page.getByRole('checkbox', { name: 'Complete Call the plumber' }).click()
    await expect.poll(() => row(page, 'Call the plumber').count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await row(page, 'Call the plumber').waitFor()
    expect(await taskOf(window, 'Call the plumber')).toMatchObject({ priority: 'p1', status: 'pending', dueDay: '2026-01-21' })
  })

  it('are edited in place and moved by mouse', async () => {
    const window = await visit({ at: 'tasks' })
    const { page } = window
    await page.getByRole('button', { name: /^ScottCare call notes/ }).click()
    const pane = page.getByRole('complementary')
    await pane.getByRole('combobox', { name: 'Priority' }).selectOption('p2')
    await pane.getByRole('textbox', { name: 'Minutes it takes' }).fill('-3')
    await pane.getByRole('textbox', { name: 'Client' }).click()
    await pane.getByText('Give whole minutes, 1 or more').waitFor()
    await pane.getByRole('textbox', { name: 'Minutes it takes' }).fill('45')
    await pane.getByRole('textbox', { name: 'Notes' }).fill('Ask for the minutes')
    await pane.getByRole('textbox', { name: 'Client' }).click()
    await expect
      .poll(() => taskOf(window, 'ScottCare call notes'))
      .toMatchObject({ priority: 'p2', effortMinutes: 45, notes: 'Ask for the minutes' })
    await row(page, 'ScottCare call notes')
      .getByRole('button', { name: /^Move ScottCare/ })
      .click()
    await page.getByRole('menuitem', { name: /In a week/ }).click()
    await expect.poll(async () => (await taskOf(window, 'ScottCare call notes'))?.dueDay).toBe('2026-01-27')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await taskOf(window, 'ScottCare call notes'))?.dueDay).toBe('2026-01-20')
  })

  it('are added, moved, edited, completed and brought back by keyboard alone', async () => {
    const window = await visit({ at: 'tasks' })
    const { page } = window
    await row(page, 'Memphis report').waitFor()
    await press(page, 'n')
    await page.keyboard.type('Water the plants today')
    await press(page, 'Enter')
    await row(page, 'Water the plants').waitFor()
    await press(page, 'Escape', 'j', 'm')
    await arrowTo(page, page.getByRole('menuitem', { name: /Tomorrow/ }))
    await press(page, 'Enter')
    await expect.poll(() => row(page, 'Memphis report').count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
    await press(page, 'z')
    await row(page, 'Memphis report').waitFor()
    await press(page, 'k')
    await expect.poll(() => focusOf(page)).toContain('Memphis report')
    await press(page, 'Enter')
    await page.getByRole('textbox', { name: 'Title' }).waitFor()
    await tabTo(page, page.getByRole('textbox', { name: 'Title' }))
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type('Memphis report, second draft')
    await press(page, 'Enter')
    await row(page, 'Memphis report, second draft').waitFor()
    expect(await taskOf(window, 'Memphis report, second draft')).toMatchObject({ standing: 'overdue' })
    await tabTo(page, page.getByRole('textbox', { name: /^Due/ }))
    await page.keyboard.type('next friday')
    await press(page, 'Enter')
    await expect.poll(async () => (await taskOf(window, 'Memphis report, second draft'))?.dueDay).toBe('2026-01-30')
    // It has left the view, and its pane with it.
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, page.getByRole('checkbox', { name: 'Complete Book the dentist' }))
    await press(page, 'Space')
    await expect.poll(() => row(page, 'Book the dentist').count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
  })

  it('say beside the field what a date is that nobody understands, and keep what was typed', async () => {
    const { page } = await visit({ at: 'tasks' })
    await page.getByRole('button', { name: /^Memphis report/ }).click()
    const due = page.getByRole('textbox', { name: /^Due/ })
    await due.fill('when pigs fly')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('complementary').getByRole('alert').waitFor()
    expect(await due.inputValue()).toBe('when pigs fly')
  })

  it('that are overdue are moved together, and back together, by mouse and by keyboard', async () => {
    const { page, ask } = await visit({ at: 'tasks' })
    const overdue = async () => (await ask('tasks:list', { view: 'overdue', limit: 100 })).tasks.length
    const before = await overdue()
    await page.getByRole('radio', { name: /Overdue/ }).click()
    await page.getByRole('button', { name: 'Move all' }).click()
    await page.getByRole('menuitem', { name: /Next Monday/ }).click()
    await expect.poll(overdue).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(overdue).toBe(before)
    await tabTo(page, page.getByRole('button', { name: 'Complete all' }))
    await press(page, 'Enter')
    await expect.poll(overdue).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
    await press(page, 'z')
    await expect.poll(overdue).toBe(before)
  })

  it('never lose the focus, and never trap it', async () => {
    const { page } = await visit({ at: 'tasks' })
    await tabTo(page, page.getByRole('button', { name: /^Move Raleigh follow-up/ }))
    // What takes its own button away leaves the focus where the person would look for it.
    await page.getByRole('button', { name: /^Memphis report/ }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => focusOf(page)).toContain('Memphis report')
    await page.getByRole('checkbox', { name: 'Complete Memphis report' }).focus()
    await press(page, 'Space')
    await expect.poll(() => page.getByRole('button', { name: /^Memphis report/ }).count()).toBe(0)
    await expect.poll(() => focusOf(page)).toContain('Renew the passport')
    await page.getByRole('button', { name: 'Undo' }).focus()
    await press(page, 'Enter')
    await page.getByRole('button', { name: /^Memphis report/ }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('screen')
  })
})
