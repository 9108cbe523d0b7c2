import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { saveAlert } from '../../../main/store/alerts.ts'
import type { Writer } from '../../../main/store/database.ts'
import { anAlert } from '../../support/records.ts'
import { arrowTo, focusOf, press, tabTo } from '../../support/window/keyboard.ts'
import { morning } from '../../support/window/prepared-folders.ts'
import { inEveryHost } from '../../support/window/visit.ts'
import type { OpenWindow } from '../../support/window/window-host.ts'

const option = (page: Page, title: string | RegExp) => page.getByRole('option', { name: title })
const heading = (page: Page, title: string) => page.getByRole('heading', { name: title, level: 2 })
const gravest = 'Promise to Ashley is 3 days late'
const readiness = 'Readiness is 48, very low'

/** One that quiet hours kept from its owner. */
function plantHeldBack(db: Writer): void {
  const suppression = { stage: 'quiet_hours', reason: 'quiet hours until 07:00', at: morning - 6 * 3_600_000 } as const
  const alert = {
    id: 'held',
    key: 'operator:disk',
    monitor: 'operator',
    rule: 'disk_space',
    severity: 'low',
    title: 'The disk fills up',
  } as const
  saveAlert(db, anAlert({ ...alert, subject: null, suppression, heldForMorning: true, openedAt: morning - 6 * 3_600_000 }))
}

/** How the operator itself has the alert of this title. */
async function alertOf({ ask }: OpenWindow, title: string) {
  const states = ['open', 'acknowledged', 'snoozed', 'resolved', 'dismissed'] as const
  const { alerts } = await ask('alerts:list', { states: [...states], limit: 100, cursor: null })
  return alerts.find((alert) => alert.title === title)
}

inEveryHost('the inbox', (visit) => {
  it('opens on the gravest alert with its reason, and acknowledges and undoes it by mouse', async () => {
    const window = await visit()
    const { page } = window
    await heading(page, gravest).waitFor()
    await page.getByText('Why you see this').waitFor()
    await page.getByRole('button', { name: 'Acknowledge' }).click()
    await page.getByText('You acknowledged this').waitFor()
    expect(await alertOf(window, gravest)).toMatchObject({ state: 'acknowledged' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor()
    expect(await alertOf(window, gravest)).toMatchObject({ state: 'open' })
  })

  it('snoozes, resolves, finds again, rates and mutes by mouse', async () => {
    const window = await visit()
    const { page, ask } = window
    await option(page, readiness).click()
    await page.getByRole('button', { name: 'Useful', exact: true }).click()
    await expect.poll(async () => (await alertOf(window, readiness))?.rating).toBe('useful')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'For a week' }).click()
    await page.getByText(/is muted: it is still judged/).waitFor()
    await page.getByRole('button', { name: 'Unmute' }).click()
    await expect.poll(() => page.getByText(/is muted: it is still judged/).count()).toBe(0)
    await page.getByRole('button', { name: 'Snooze' }).click()
    await page.getByRole('menuitem', { name: /3 hours/ }).click()
    await page.getByText('It comes back if it is still true').waitFor()
    expect((await alertOf(window, readiness))?.snoozedUntil).toBeGreaterThan(morning + 2.9 * 3_600_000)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Resolve' }).click()
    await expect.poll(() => option(page, readiness).count()).toBe(0)
    await page.getByRole('radio', { name: 'All' }).click()
    await option(page, readiness).click()
    await page.getByText('You closed this').waitFor()
    await page.getByRole('button', { name: 'Reopen' }).click()
    await expect.poll(async () => (await alertOf(window, readiness))?.state).toBe('open')
    expect((await ask('status:get', {})).openAlerts).toBe(11)
  })

  it('is worked through by keyboard alone', async () => {
    const window = await visit()
    const { page } = window
    await heading(page, gravest).waitFor()
    await press(page, 'j')
    await heading(page, readiness).waitFor()
    await press(page, 'e')
    await page.getByText('You acknowledged this').waitFor()
    await press(page, 'z')
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor()
    await press(page, 's')
    await arrowTo(page, page.getByRole('menuitem', { name: /1 hour/ }))
    await press(page, 'Enter')
    await page.getByText('It comes back if it is still true').waitFor()
    await press(page, 'r')
    await page.getByText('Resolved “Readiness').waitFor()
    expect(await alertOf(window, readiness)).toMatchObject({ state: 'resolved' })
    await press(page, 'z')
    await expect.poll(async () => (await alertOf(window, readiness))?.state).toBe('snoozed')
    await press(page, 'd')
    await expect.poll(async () => (await alertOf(window, readiness))?.state).toBe('dismissed')
    await press(page, 'k')
    await heading(page, gravest).waitFor()
    await press(page, '/')
    await page.keyboard.type('overdue')
    await option(page, '3 tasks are overdue').waitFor()
    await expect.poll(() => page.getByRole('option').count()).toBe(1)
    await press(page, 'Escape')
    await expect.poll(() => page.getByRole('option').count()).toBe(10)
  })

  it('is narrowed, rated, muted and left for the task by keyboard alone', async () => {
    const window = await visit()
    const { page, ask } = window
    await heading(page, gravest).waitFor()
    await tabTo(page, page.getByRole('button', { name: 'Filter' }))
    await press(page, 'Enter')
    await arrowTo(page, page.getByRole('menuitemcheckbox', { name: 'Critical' }))
    await press(page, 'Enter', 'Escape')
    await expect.poll(() => focusOf(page)).toContain('Filter, 1 on')
    await expect.poll(() => page.getByRole('option').count()).toBe(2)
    await press(page, 'Enter')
    await arrowTo(page, page.getByRole('menuitem', { name: 'Show everything' }))
    await press(page, 'Enter')
    await expect.poll(() => page.getByRole('option').count()).toBe(11)
    await press(page, '/')
    await page.keyboard.type('moved 4')
    await expect.poll(() => page.getByRole('option').count()).toBe(1)
    await tabTo(page, page.getByRole('listbox'))
    await press(page, 'Home')
    await heading(page, '"Memphis report" was moved 4 times').waitFor()
    await tabTo(page, page.getByRole('button', { name: 'I knew' }))
    await press(page, 'Enter')
    await expect.poll(async () => (await alertOf(window, '"Memphis report" was moved 4 times'))?.rating).toBe('known')
    await tabTo(page, page.getByRole('button', { name: 'More', exact: true }))
    await press(page, 'Enter')
    await arrowTo(page, page.getByRole('menuitem', { name: 'For a day' }))
    await press(page, 'Enter')
    await page.getByText(/is muted: it is still judged/).waitFor()
    await expect.poll(() => focusOf(page)).not.toBe('')
    await tabTo(page, page.getByRole('button', { name: 'Go to the task' }))
    await press(page, 'Enter')
    await page.getByRole('complementary').getByRole('textbox', { name: 'Title' }).waitFor()
    expect((await ask('tasks:list', { view: 'overdue', limit: 9 })).tasks.map(({ id }) => id)).toContain(
      new URL(page.url()).hash.split('/').at(-1),
    )
  })

  it('says why something was not told, by mouse and by keyboard', async () => {
    const { page } = await visit({ plant: plantHeldBack })
    await page.getByRole('radio', { name: /Held back/ }).click()
    await option(page, 'The disk fills up').click()
    await page.getByText('Quiet hours until 07:00').waitFor()
    await page.getByText('It goes out with the morning summary').waitFor()
    await tabTo(page, page.getByRole('radio', { name: /Held back/ }))
    await arrowTo(page, page.getByRole('radio', { name: /Open/ }), 'ArrowLeft')
    await press(page, 'Enter')
    await press(page, '/')
    await page.keyboard.type('readiness is')
    await expect.poll(() => page.getByRole('option').count()).toBe(2)
    await tabTo(page, page.getByRole('listbox'))
    await press(page, 'Home')
    await heading(page, readiness).waitFor()
    await page.getByText('Why you were not told again').waitFor()
  })

  it('puts a refused change back and keeps the reason on the screen', async () => {
    const { page, refuse, allow } = await visit()
    await refuse('alerts:acknowledge', 'The database is read-only. Free some space, then try again.')
    await page.getByRole('button', { name: 'Acknowledge' }).click()
    await page.getByRole('alert').getByText('The database is read-only').waitFor()
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor()
    await allow('alerts:acknowledge')
    await press(page, 'e')
    await page.getByText('You acknowledged this').waitFor()
    await expect.poll(() => page.getByRole('alert').getByText('The database is read-only').count()).toBe(0)
  })
})
