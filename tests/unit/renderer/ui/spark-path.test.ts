import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sparkPath } from '../../../../renderer/ui/spark-path.ts'

describe('a line of days', () => {
  it('goes from edge to edge, the highest on top', () => {
    expect(sparkPath([0, 10, 5], 20, 10)).toEqual({ line: 'M0 10L10 0L20 5', last: { x: 20, y: 5 } })
  })

  it('breaks where a day is missing, and never draws it as nought', () => {
    expect(sparkPath([4, null, 4, 8], 30, 10).line).toBe('M0 10M20 10L30 0')
  })

  it('runs through the middle where nothing changes, and is none for one value', () => {
    expect(sparkPath([7, 7], 10, 10).line).toBe('M0 5L10 5')
    expect(sparkPath([null, 7], 10, 10)).toEqual({ line: '', last: null })
  })

  it('stays within its box', () => {
    const days = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(days, (values) => {
        const numbers = [...sparkPath(values, 72, 26).line.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map((match) => [
          Number(match[1]),
          Number(match[2]),
        ])
        for (const [x = -1, y = -1] of numbers) expect(x >= 0 && x <= 72 && y >= 0 && y <= 26).toBe(true)
      }),
    )
  })
})
