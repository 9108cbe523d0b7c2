import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, daySplits, dayText } from '../../../../../renderer/features/health/days.ts'

describe('days', () => {
  it('are whole numbers and back, through both clock changes', () => {
    for (const day of ['2026-03-08', '2026-11-01', '2024-02-29', '2021-01-01']) expect(dayText(dayNumber(day))).toBe(day)
    expect(dayNumber('2026-03-09') - dayNumber('2026-03-08')).toBe(1)
  })
})

describe('the axis', () => {
  it('labels month beginnings over a year', () => {
    const splits = daySplits(dayNumber('2025-01-20'), dayNumber('2026-01-20'), 760)
    expect(splits.map(dayText)).toEqual(['2025-03-01', '2025-05-01', '2025-07-01', '2025-09-01', '2025-11-01', '2026-01-01'])
  })

  it('never labels more than there is room for, and only what is in sight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 21_000 }),
        fc.integer({ min: 6, max: 1830 }),
        fc.integer({ min: 200, max: 2000 }),
        (from, span, width) => {
          const splits = daySplits(from, from + span, width)
          expect(splits.length).toBeLessThanOrEqual(Math.floor(width / 76) + 2)
          expect(splits.every((day) => day >= from && day <= from + span)).toBe(true)
        },
      ),
    )
  })
})
