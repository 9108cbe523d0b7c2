import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, minute } from '../../../main/domain/instant.ts'
import { isDue, nextRun } from '../../../main/scheduler/next-run.ts'

const now = Date.parse('2026-01-20T15:00:00Z')
const interval = 15 * minute

describe('what is due', () => {
  it.each([
    ['what never ran', null, true],
    ['what is due now', now, true],
    ['what was due a week ago', now - 168 * hour, true],
    ['what is due in a moment', now + 1, false],
    ['what is due in a whole interval', now + interval, false],
    ['what a clock that has gone back put further off than its interval', now + interval + 1, true],
  ])('%s: %3$s', (_, due, expected) => {
    expect(isDue(due, interval, now)).toBe(expected)
  })

  it('is due again an interval after it ran, however late that was', () => {
    expect(nextRun(interval, now)).toBe(now + interval)
  })

  it('never runs twice within its interval while time goes forward, and never waits longer than one look after it', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 4 * hour }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(looks, fc.integer({ min: minute, max: 2 * hour }), (steps, every) => {
        let at = now
        let due: number | null = null
        let last: number | null = null
        for (const step of steps) {
          at += step
          if (isDue(due, every, at)) {
            if (last !== null) expect(at - last).toBeGreaterThanOrEqual(every)
            last = at
            due = nextRun(every, at)
          } else if (last !== null) expect(at - last).toBeLessThan(every)
        }
      }),
    )
  })

  it('runs once more, not for every hour, after the clock went back', () => {
    const due = nextRun(interval, now)
    const earlier = now - 8 * hour
    expect(isDue(due, interval, earlier)).toBe(true)
    expect(isDue(nextRun(interval, earlier), interval, earlier + 1)).toBe(false)
  })
})
