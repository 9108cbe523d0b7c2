import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWaitOver, openWait, retryWait } from '../../../main/resilience/source-limits.ts'

describe('waits', () => {
  it('double with each opening in a row, up to the maximum', () => {
    const limits = { openMs: 60_000, maxOpenMs: 900_000 }
    expect([1, 2, 3, 4, 5, 60].map((openings) => openWait(openings, limits))).toEqual([60_000, 120_000, 240_000, 480_000, 900_000, 900_000])
  })

  it('between attempts stay between half of the exponential step and all of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
        const step = Math.min(10_000, 250 * 2 ** (attempt - 1))
        const wait = retryWait(attempt, random, { retryBaseMs: 250, retryMaxMs: 10_000 })
        expect(wait).toBeGreaterThanOrEqual(step / 2)
        expect(wait).toBeLessThan(step)
      }),
    )
  })

  it('are over at their moment, and when they lie further ahead than any that is set', () => {
    expect(isWaitOver(1_000, 999, 500)).toBe(false)
    expect(isWaitOver(1_000, 1_000, 500)).toBe(true)
    expect(isWaitOver(1_000, 400, 500)).toBe(true)
  })
})
