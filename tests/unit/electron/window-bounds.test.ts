import { assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideTray, pullBackOnScreen, type Bounds } from '../../../main/electron/window-bounds.ts'

const laptop: Bounds = { x: 0, y: 25, width: 1440, height: 875 }
const beside: Bounds = { x: 1440, y: 0, width: 1920, height: 1080 }
const minimum = { width: 720, height: 480 }
const usual: Bounds = { x: 100, y: 100, width: 1080, height: 720 }

describe('pullBackOnScreen', () => {
  it('leaves a window where it was', () => {
    expect(pullBackOnScreen(usual, [laptop], minimum)).toEqual(usual)
    const right = { x: 1500, y: 50, width: 1080, height: 720 }
    expect(pullBackOnScreen(right, [laptop, beside], minimum)).toEqual(right)
  })

  it('centres it on the first display when its own is gone', () => {
    expect(pullBackOnScreen({ x: 1500, y: 50, width: 1080, height: 720 }, [laptop], minimum)).toEqual({
      x: 180,
      y: 103,
      width: 1080,
      height: 720,
    })
  })

  it('pulls a window that hangs over the edge back', () => {
    expect(pullBackOnScreen({ ...usual, x: 1300 }, [laptop], minimum)).toEqual({ ...usual, x: 360 })
    expect(pullBackOnScreen({ ...usual, y: -40 }, [laptop], minimum)).toEqual({ ...usual, y: 25 })
  })

  it('shrinks a window to a smaller display', () => {
    expect(pullBackOnScreen({ x: 0, y: 0, width: 4000, height: 3000 }, [laptop], minimum)).toEqual(laptop)
  })

  it('always ends inside one of the displays', () => {
    const anywhere = record({
      x: integer({ min: -9000, max: 9000 }),
      y: integer({ min: -9000, max: 9000 }),
      width: integer({ min: 1, max: 9000 }),
      height: integer({ min: 1, max: 9000 }),
    })
    assert(
      property(anywhere, (bounds) => {
        const placed = pullBackOnScreen(bounds, [laptop, beside], minimum)
        expect([laptop, beside].some((area) => contains(area, placed))).toBe(true)
      }),
    )
  })
})

describe('besideTray', () => {
  const panel = { width: 380, height: 560 }

  it('hangs under an icon in a menu bar', () => {
    expect(besideTray(panel, { x: 1000, y: 0, width: 24, height: 24 }, laptop)).toEqual({ x: 822, y: 28, ...panel })
  })

  it('stands on a taskbar, and stays on screen at its end', () => {
    expect(besideTray(panel, { x: 1420, y: 880, width: 20, height: 20 }, laptop)).toEqual({ x: 1060, y: 316, ...panel })
  })

  it('takes the top right corner where the system does not say where the icon is', () => {
    expect(besideTray(panel, null, laptop)).toEqual({ x: 1056, y: 29, ...panel })
    expect(besideTray(panel, { x: 0, y: 0, width: 0, height: 0 }, laptop)).toEqual({ x: 1056, y: 29, ...panel })
  })
})

function contains(area: Bounds, inner: Bounds): boolean {
  return (
    inner.x >= area.x && inner.y >= area.y && inner.x + inner.width <= area.x + area.width && inner.y + inner.height <= area.y + area.height
  )
}
