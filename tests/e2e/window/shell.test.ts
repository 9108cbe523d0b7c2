import { expect, it } from 'vitest'
import { arrowTo, focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'

inEveryHost('the first run', (visit) => {
  it('shows a newcomer in by mouse, with sample data by one click and out by one', async () => {
    const { page, ask } = await visit({ data: 'none' })
    await page.getByRole('heading', { name: /watches three things/ }).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: /Use the sample data/ }).click()
    await page.getByText('The sample data is in.').waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('switch', { name: /Start when you log in/ }).waitFor()
    await page.getByRole('button', { name: 'Open the inbox' }).click()
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await expect.poll(async () => (await ask('status:get', {})).hasSampleData).toBe(false)
    await page.reload()
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
  })

  it('shows a newcomer in by keyboard alone, each step read from its heading on', async () => {
    const { page, ask } = await visit({ data: 'none' })
    await expect.poll(() => focusOf(page)).toMatch(/watches three things/)
    await tabTo(page, page.getByRole('button', { name: 'Next' }))
    await press(page, 'Enter')
    await expect.poll(() => focusOf(page)).toMatch(/something to look at/)
    await tabTo(page, page.getByRole('button', { name: /Use the sample data/ }))
    await press(page, 'Enter')
    await page.getByText('The sample data is in.').waitFor()
    await expect.poll(() => focusOf(page)).toMatch(/The sample data is in/)
    await tabTo(page, page.getByRole('button', { name: 'Next' }))
    await press(page, 'Enter')
    await expect.poll(() => focusOf(page)).toBe('Make it yours')
    await tabTo(page, page.getByRole('button', { name: 'Open the inbox' }))
    await press(page, 'Enter')
    await page.getByRole('option').first().waitFor()
    await expect.poll(() => focusOf(page)).not.toBe('')
    expect((await ask('status:get', {})).hasSampleData).toBe(true)
  })

  it('can be skipped', async () => {
    const { page } = await visit({ data: 'none' })
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByText('Step 2 of 3').waitFor()
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByRole('button', { name: 'Open the inbox' }).click()
    await page.getByRole('status').filter({ hasText: 'Nothing needs you' }).waitFor()
  })
})

inEveryHost('the whole window', (visit) => {
  it('goes anywhere by the sidebar, by Tab and by two keys', async () => {
    const { page } = await visit()
    await page.getByRole('option').first().waitFor()
    const places = [
      ['Tasks', 't'],
      ['Promises', 'p'],
      ['Health', 'h'],
      ['Patterns', 'a'],
      ['Captures', 'c'],
      ['Journal', 'l'],
      ['Status', 's'],
      ['Settings', ','],
      ['Inbox', 'i'],
    ] as const
    for (const [name] of places) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()
      await page.getByRole('heading', { name, level: 1 }).waitFor()
    }
    for (const [name, key] of places) {
      await press(page, 'g', key)
      await page.getByRole('heading', { name, level: 1 }).waitFor()
    }
    for (const [name] of places) {
      await tabTo(page, page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }))
      await press(page, 'Enter')
      await page.getByRole('heading', { name, level: 1 }).waitFor()
    }
  })

  it('opens the palette over anything, finds, runs, and gives the focus back', async () => {
    const { page, ask } = await visit({ at: 'tasks' })
    const row = page.getByRole('button', { name: /^Raleigh follow-up/ })
    await tabTo(page, row)
    await press(page, 'ControlOrMeta+k')
    await expect.poll(() => focusOf(page)).toBe('Search or jump to')
    // It keeps the focus: behind it nothing can be reached.
    for (let stop = 0; stop < 5; stop += 1) {
      await press(page, 'Tab')
      expect(
        await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null),
      ).toBe(true)
    }
    await press(page, 'Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => focusOf(page)).toContain('Raleigh follow-up')
    await press(page, 'ControlOrMeta+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('memphis rep')
    const found = page.getByRole('option', { name: /^Memphis report/ })
    await found.waitFor()
    await expect
      .poll(async () => {
        await press(page, 'ArrowDown')
        return found.getAttribute('aria-selected')
      })
      .toBe('true')
    await press(page, 'Enter')
    await page.getByRole('complementary').getByRole('textbox', { name: 'Title' }).waitFor()
    await press(page, 'ControlOrMeta+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('pause for 1')
    await page.getByRole('option', { name: 'Pause for 1 hour' }).click()
    await expect.poll(async () => (await ask('status:get', {})).pausedUntil).not.toBeNull()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
  })

  it('lists its keys, keeps the focus in the list, and gives it back', async () => {
    const { page } = await visit({ at: 'tasks' })
    await tabTo(page, page.getByRole('button', { name: /^Raleigh follow-up/ }))
    await press(page, '?')
    const sheet = page.getByRole('dialog', { name: 'Keys' })
    await sheet.getByText('Complete', { exact: true }).waitFor()
    await press(page, 'Escape')
    await expect.poll(() => sheet.count()).toBe(0)
    await expect.poll(() => focusOf(page)).toContain('Raleigh follow-up')
    await press(page, '?')
    await sheet.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => sheet.count()).toBe(0)
    await expect.poll(() => focusOf(page)).toContain('Raleigh follow-up')
  })

  it('gives the focus back from a menu to what opened it', async () => {
    const { page } = await visit({ at: 'tasks' })
    const mover = page.getByRole('button', { name: /^Move Raleigh follow-up/ })
    await tabTo(page, mover)
    await press(page, 'Enter')
    await arrowTo(page, page.getByRole('menuitem', { name: /Tomorrow/ }))
    await press(page, 'Escape')
    await expect.poll(() => page.getByRole('menu').count()).toBe(0)
    await expect.poll(() => focusOf(page)).toMatch(/^Move Raleigh follow-up/)
  })

  it('follows what happens elsewhere without being asked', async () => {
    const { page, ask } = await visit()
    await page.getByRole('option').first().waitFor()
    const { alerts } = await ask('alerts:list', { limit: 1, cursor: null })
    await ask('alerts:acknowledge', { ids: alerts.map(({ id }) => id) })
    await page.getByText('acknowledged', { exact: true }).waitFor()
  })
})

inEveryHost('the panel', (visit) => {
  it('shows today, acknowledges, takes a task and ticks one off, by mouse and by keyboard', async () => {
    const { page, ask } = await visit({ window: 'panel', width: 380, height: 560 })
    await page.getByText('30 under your usual 78').waitFor()
    const readiness = 'Readiness is 48, very low'
    await page.getByRole('button', { name: `Acknowledge ${readiness}` }).click()
    const open = async () => (await ask('alerts:list', { states: ['open'], limit: 100, cursor: null })).alerts.map(({ title }) => title)
    await expect.poll(open).not.toContain(readiness)
    await tabTo(page, page.getByRole('textbox', { name: 'Add a task' }))
    await page.keyboard.type('Water the plants today')
    await press(page, 'Enter')
    await page.getByText('Water the plants', { exact: true }).waitFor()
    await tabTo(page, page.getByRole('button', { name: 'Acknowledge Promise to Ashley is 3 days late' }))
    await press(page, 'Enter')
    await expect.poll(open).not.toContain('Promise to Ashley is 3 days late')
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, page.getByRole('checkbox', { name: 'Complete Memphis report' }))
    await press(page, 'Space')
    await expect
      .poll(async () => (await ask('tasks:list', { view: 'done', limit: 100 })).tasks.map(({ title }) => title))
      .toContain('Memphis report')
    await expect.poll(() => focusOf(page)).not.toBe('')
  })
})
