import { describe, expect, it } from 'vitest'
import { backfillDays, nextBackfill, pollRange } from '../../../../main/operator/sources/poll-range.ts'
import { addDays, daysBetween } from '../../../../main/domain/local-day.ts'

const today = '2026-01-20'

describe('the days asked of Oura', () => {
  it.each([
    [null, '2026-01-18'],
    ['2026-01-20', '2026-01-18'],
    ['2026-01-18', '2026-01-18'],
    ['2026-01-10', '2026-01-10'],
    ['2025-01-01', '2025-10-22'],
    ['2026-02-01', '2026-01-18'],
  ])('with the newest reading of %s begin at %s', (newest, from) => {
    expect(pollRange(today, newest)).toEqual({ from, to: today })
  })
})

describe('filling in the past', () => {
  it('goes back in months, day by day without gap or repeat, for ninety days', () => {
    const days: string[] = []
    let doneFrom: string | null = null
    for (let chunk = nextBackfill(today, doneFrom); chunk !== null; chunk = nextBackfill(today, doneFrom)) {
      for (let day = chunk.to; day >= chunk.from; day = addDays(day, -1)) days.push(day)
      expect(daysBetween(chunk.from, chunk.to)).toBeLessThan(30)
      doneFrom = chunk.from
    }
    expect(days).toEqual(Array.from({ length: backfillDays - 2 }, (_, index) => addDays(today, -3 - index)))
  })

  it('goes on where it was left, and is done once done', () => {
    expect(nextBackfill(today, '2025-12-19')).toEqual({ from: '2025-11-19', to: '2025-12-18' })
    expect(nextBackfill(today, '2025-10-22')).toBeNull()
    expect(nextBackfill(today, '2020-01-01')).toBeNull()
  })
})
