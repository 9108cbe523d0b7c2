import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { precisionOf, wilsonInterval } from '../../../main/domain/precision.ts'

describe('the precision of a rule', () => {
  it('is unknown without ratings', () => {
    expect(precisionOf({ useful: 0, wrong: 0, known: 0 })).toMatchObject({ rated: 0, right: null, interval: null, tooOftenWrong: false })
  })

  it('counts what was known as right', () => {
    expect(precisionOf({ useful: 5, wrong: 2, known: 3 })).toMatchObject({ rated: 10, right: 0.8 })
  })

  it.each([
    // Agresti and Coull 1998 and standard tables: 8 of 10 and 0 of 10.
    { successes: 8, trials: 10, low: 0.4902, high: 0.9433 },
    { successes: 0, trials: 10, low: 0, high: 0.2775 },
    { successes: 1, trials: 1, low: 0.2065, high: 1 },
  ])('of $successes in $trials lies between $low and $high', ({ successes, trials, low, high }) => {
    const interval = wilsonInterval(successes, trials)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it.each([
    { useful: 6, wrong: 3, known: 0, tooOften: false },
    { useful: 5, wrong: 4, known: 0, tooOften: false },
    { useful: 6, wrong: 4, known: 0, tooOften: true },
    { useful: 8, wrong: 4, known: 0, tooOften: false },
    { useful: 7, wrong: 4, known: 1, tooOften: false },
    { useful: 0, wrong: 5, known: 7, tooOften: true },
  ])('$useful useful, $wrong wrong, $known known is too often wrong: $tooOften', ({ tooOften, ...counts }) => {
    expect(precisionOf(counts).tooOftenWrong).toBe(tooOften)
  })

  it('lies within its interval, and the interval within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (useful, wrong, known) => {
        const { right, interval } = precisionOf({ useful, wrong, known: known + 1 })
        expect(interval?.low).toBeGreaterThanOrEqual(0)
        expect(interval?.high).toBeLessThanOrEqual(1)
        expect(right).toBeGreaterThanOrEqual((interval?.low ?? 1) - 1e-12)
        expect(right).toBeLessThanOrEqual((interval?.high ?? 0) + 1e-12)
      }),
    )
  })
})
