import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captureBounds, captureSize } from '../../../main/electron/capture-bounds.ts'

const screen = { x: 0, y: 25, width: 1440, height: 875 }

describe('where the capture window stands', () => {
  it('is in the middle, a third of the way down', () => {
    expect(captureBounds(128, screen)).toEqual({ x: 410, y: 253, width: 620, height: 128 })
  })

  it('keeps its top while it grows, until it would leave the screen', () => {
    expect(captureBounds(300, screen)).toMatchObject({ y: 253, height: 300 })
    expect(captureBounds(800, screen)).toMatchObject({ y: 84, height: 800 })
  })

  it('is never smaller than its first size', () => {
    expect(captureBounds(40, screen).height).toBe(captureSize.height)
  })

  it('always lies wholly on the display where the cursor is', () => {
    const area = fc.record({
      x: fc.integer({ min: -4_000, max: 4_000 }),
      y: fc.integer({ min: -2_000, max: 2_000 }),
      width: fc.integer({ min: 320, max: 4_000 }),
      height: fc.integer({ min: 240, max: 3_000 }),
    })
    fc.assert(
      fc.property(area, fc.integer({ min: 40, max: 4_000 }), (display, height) => {
        const bounds = captureBounds(height, display)
        expect(bounds.x).toBeGreaterThanOrEqual(display.x)
        expect(bounds.y).toBeGreaterThanOrEqual(display.y)
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(display.x + display.width)
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(display.y + display.height)
      }),
    )
  })
})
