import { expect, it } from 'vitest'
import { focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { inEveryHost } from '../../support/window/visit.ts'
import type { OpenWindow } from '../../support/window/window-host.ts'

const unsure = ['Blue boxes', 'The garden']

async function captureOf({ ask }: OpenWindow, text: string) {
  return (await ask('captures:list', { show: 'all' })).captures.find((capture) => capture.text === text)
}

/** Two of which the rules are not sure, on the screen that asks about them: the newest first, and chosen. */
async function waiting(window: OpenWindow): Promise<void> {
  for (const text of unsure) await window.ask('captures:add', { text })
  await press(window.page, 'g', 'c')
  await window.page.getByRole('listitem').filter({ hasText: 'Blue boxes' }).waitFor()
}

inEveryHost('captures', (visit) => {
  it('that wait are filed, found again, corrected and taken back by mouse', async () => {
    const window = await visit({ data: 'none', isNewcomer: false })
    const { page } = window
    await waiting(window)
    const list = page.getByRole('list', { name: 'Captures' })
    await list.getByRole('button', { name: /^Blue boxes/ }).click()
    await page.getByRole('button', { name: /^Idea/ }).click()
    await page.getByText('Filed “Blue boxes” as idea.').waitFor()
    expect(await captureOf(window, 'Blue boxes')).toMatchObject({ state: 'filed', answer: { class: 'idea' } })
    await page.getByRole('radio', { name: 'Ideas' }).click()
    await list.getByRole('button', { name: /^Blue boxes/ }).click()
    await page.getByRole('button', { name: /^Private task/ }).click()
    await page.getByRole('heading', { name: 'As private task instead' }).waitFor()
    expect(await captureOf(window, 'Blue boxes')).toMatchObject({ answer: { class: 'idea' } })
    await page.getByRole('button', { name: /^Leave it/ }).click()
    await expect.poll(() => page.getByRole('heading', { name: 'As private task instead' }).count()).toBe(0)
    await page.getByRole('button', { name: /^Private task/ }).click()
    await page.getByRole('button', { name: /^Do it/ }).click()
    await expect.poll(() => captureOf(window, 'Blue boxes')).toMatchObject({ made: [{ kind: 'task' }] })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => captureOf(window, 'Blue boxes')).toMatchObject({ made: [{ kind: 'idea' }] })
  })

  it('are written, filed, corrected and taken back by keyboard alone', async () => {
    const window = await visit({ data: 'none', isNewcomer: false })
    const { page, ask } = window
    await waiting(window)
    await press(page, 'n')
    await page.keyboard.type('Call the plumber tomorrow at 9')
    await press(page, 'Enter')
    await page.getByText('Kept: task “Call the plumber”.').waitFor()
    await tabTo(page, page.getByRole('button', { name: /^Blue boxes/ }))
    await press(page, 'Enter', '5')
    await page.getByText('Filed “Blue boxes” as idea.').waitFor()
    await expect.poll(() => focusOf(page)).toMatch(/^The garden/)
    await press(page, 'z')
    await expect
      .poll(async () => (await ask('captures:list', { show: 'ideas' })).captures.filter(({ state }) => state === 'filed').length)
      .toBe(0)
    await press(page, '/')
    await page.keyboard.type('garden')
    await expect.poll(() => page.getByRole('list', { name: 'Captures' }).getByRole('button').count()).toBe(1)
    await tabTo(page, page.getByRole('list', { name: 'Captures' }).getByRole('button'))
    await press(page, 'Enter')
    await expect.poll(async () => (await captureOf(window, 'The garden'))?.state).toBe('filed')
  })

  it('that are filed show what a change of mind would do before it is done, by keyboard alone', async () => {
    const window = await visit({ at: 'captures' })
    const { page } = window
    const wifi = 'The guest wifi at ScottCare is in the blue folder on the second floor'
    await tabTo(page, page.getByRole('radio', { name: /^To decide/ }))
    await press(page, 'ArrowRight')
    await expect.poll(() => focusOf(page)).toBe('All')
    await press(page, 'Enter')
    await tabTo(page, page.getByRole('button', { name: /^The guest wifi/ }))
    await press(page, 'Enter', '6')
    await page.getByRole('heading', { name: 'As private task instead' }).waitFor()
    await expect.poll(() => focusOf(page)).toContain('Do it')
    await press(page, 'Escape')
    await expect.poll(() => page.getByRole('heading', { name: 'As private task instead' }).count()).toBe(0)
    await expect.poll(() => focusOf(page)).not.toBe('')
    await press(page, '6')
    await expect.poll(() => focusOf(page)).toContain('Do it')
    await press(page, 'Enter')
    await expect.poll(() => captureOf(window, wifi)).toMatchObject({ made: [{ kind: 'task' }] })
    await press(page, 'u')
    await expect.poll(async () => (await captureOf(window, wifi))?.state).toBe('undone')
    await expect.poll(() => focusOf(page)).not.toBe('')
  })
})

inEveryHost('the capture window', (visit) => {
  it('is ready to type, marks what it understood, and takes the text as it stands at one key', async () => {
    const { page } = await visit({ window: 'capture', width: 620, height: 200 })
    await page.getByRole('textbox').waitFor()
    await page.keyboard.type('Call the plumber tomorrow at 9')
    await page.getByRole('img', { name: 'Date' }).waitFor()
    await press(page, 'ControlOrMeta+d')
    await page.getByText('dates and people are not read').waitFor()
    expect(await page.getByRole('img', { name: 'Date' }).count()).toBe(0)
    await page.getByRole('button', { name: /^Read it/ }).click()
    await page.getByRole('img', { name: 'Date' }).waitFor()
  })

  it('says what became of it, and takes it back by one key and by mouse', async () => {
    const window = await visit({ window: 'capture', width: 620, height: 200 })
    const { page } = window
    await page.getByRole('textbox').waitFor()
    await page.keyboard.type('Call the plumber tomorrow at 9')
    await press(page, 'Enter')
    await page.getByRole('status').getByText('Task').waitFor()
    await press(page, 'z')
    await page.getByText('Taken back').waitFor()
    expect(await captureOf(window, 'Call the plumber tomorrow at 9')).toMatchObject({ state: 'undone' })
    // Whoever has more to say just goes on typing.
    await page.keyboard.type('C')
    await page.getByRole('textbox').waitFor()
    await page.keyboard.type('all the plumber about the leak')
    await page.getByRole('button', { name: /^Save/ }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back').waitFor()
    expect(await captureOf(window, 'Call the plumber about the leak')).toMatchObject({ state: 'undone' })
  })

  it('keeps several lines and a long text whole, the draft through a reload, and the text where it was refused', async () => {
    const window = await visit({ window: 'capture', width: 620, height: 200 })
    const { page, refuse, allow } = window
    await page.getByRole('textbox').waitFor()
    await page.keyboard.type('one')
    await press(page, 'Shift+Enter')
    await page.keyboard.type('two')
    await page.reload()
    expect(await page.getByRole('textbox').inputValue()).toBe('one\ntwo')
    await refuse('captures:add', 'The disk is full.')
    await press(page, 'Enter')
    await page.getByRole('alert').getByText('The disk is full.').waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('one\ntwo')
    await allow('captures:add')
    const long = `${'a line of a pasted trace \u{1F642} שלום\n'.repeat(400)}end`
    await page.getByRole('textbox').fill(long)
    await press(page, 'Enter')
    await page.getByText('Type to write the next one').waitFor()
    expect(await captureOf(window, long)).toBeDefined()
  })
})
