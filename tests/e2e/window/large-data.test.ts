import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addDays } from '../../../main/domain/local-day.ts'
import { saveAlert } from '../../../main/store/alerts.ts'
import type { Writer } from '../../../main/store/database.ts'
import { saveReadings } from '../../../main/store/readings.ts'
import { insertTask } from '../../../main/store/tasks.ts'
import { anAlert, aTask } from '../../support/records.ts'
import { chromiumHost } from '../../support/window/chromium-host.ts'
import { inHost } from '../../support/window/visit.ts'

const many = 3_000
/** A screenful is about fifteen rows, and some are drawn ahead on either side. */
const mostDrawn = 60
const fiveYears = 1_826

/** How many rows there are in the page, whatever there is in the list. */
async function drawn(page: Page, rows: string): Promise<number> {
  return page.locator(rows).count()
}

async function wheel(page: Page, rows: string, times: number): Promise<void> {
  await page.locator(rows).first().hover()
  for (let turn = 0; turn < times; turn += 1) await page.mouse.wheel(0, 4_000)
}

inHost(chromiumHost, 'years of data', (visit) => {
  it('has of thousands of alerts only those drawn that are looked at', async () => {
    const plant = (db: Writer) => {
      for (let index = 0; index < many; index += 1) saveAlert(db, anAlert({ id: `a-${index}`, key: `k:${index}`, monitor: 'operator' }))
    }
    const { page } = await visit({ at: 'inbox', data: 'none', plant, isNewcomer: false })
    const rows = '[role="option"]'
    await page.locator(rows).first().waitFor()
    expect(await drawn(page, rows)).toBeLessThan(mostDrawn)
    await wheel(page, rows, 20)
    await expect.poll(async () => Number(await page.locator(rows).last().getAttribute('aria-posinset'))).toBeGreaterThan(300)
    expect(await drawn(page, rows)).toBeLessThan(mostDrawn)
  })

  it('has of thousands of tasks only those drawn that are looked at, and all of them within reach', async () => {
    const due = { kind: 'day', day: '2026-01-19' } as const
    const plant = (db: Writer) => {
      for (let index = 0; index < many; index += 1)
        insertTask(db, aTask({ id: `t-${index}`, title: `Task ${index}`, due, createdAt: index }))
    }
    const { page } = await visit({ at: 'tasks', data: 'none', plant, isNewcomer: false })
    const rows = '[aria-posinset]'
    await page.locator(`${rows}[aria-setsize="${many}"]`).first().waitFor()
    expect(await drawn(page, rows)).toBeLessThan(mostDrawn)
    await wheel(page, rows, 40)
    await expect.poll(() => page.locator(rows).last().getAttribute('aria-posinset')).toBe(String(many))
    expect(await drawn(page, rows)).toBeLessThan(mostDrawn)
  })

  it('draws of five years as many points as there is room for, and of a fortnight only its own', async () => {
    const plant = (db: Writer) => {
      const days = Array.from({ length: fiveYears }, (_, ago) => addDays('2026-01-20', -ago))
      const value = (index: number) => 50 + ((index * 7) % 40)
      saveReadings(
        db,
        days.map((day, index) => ({ metric: 'readiness', day, value: value(index), source: 'oura', readAt: 0, basisMinutes: null })),
      )
    }
    const { page } = await visit({ at: 'health', data: 'none', plant, isNewcomer: false, width: 420, height: 700 })
    await page.getByRole('slider').first().waitFor()
    const points = async (range: string) => {
      await page.evaluate(countPoints)
      await page.getByRole('radio', { name: range }).click()
      await expect.poll(() => page.evaluate(readPoints)).toBeGreaterThan(0)
      return page.evaluate(readPoints)
    }
    const [fortnight, years] = [await points('14 d'), await points('5 y')]
    expect(fortnight).toBeLessThan(100)
    // Two lines, of the days and of their means; a line of each day would be twice five years.
    expect(years).toBeLessThan(1.5 * fiveYears)
  })
})

type Counting = typeof globalThis & { points: number; lineTo?: (x: number, y: number) => void }

/** Counts what is drawn in lines from now on; runs in the page. */
function countPoints(): void {
  const page = globalThis as Counting
  page.points = 0
  page.lineTo ??= Path2D.prototype.lineTo
  const { lineTo } = page
  Path2D.prototype.lineTo = function count(x, y) {
    page.points += 1
    lineTo.call(this, x, y)
  }
}

function readPoints(): number {
  return (globalThis as Counting).points
}
