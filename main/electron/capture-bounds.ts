import type { Bounds } from './window-bounds.ts'

export const captureSize = { width: 620, height: 128 } as const

/** Between the window and the edge of the work area. */
const margin = 16

/** Where eyes rest: the middle of the width, a third of the way down; a window that grows with its text ends above the lower edge. */
export function captureBounds(height: number, area: Bounds): Bounds {
  const width = Math.min(captureSize.width, area.width)
  const top = Math.round(area.height / 3 - captureSize.height / 2)
  const room = area.height - 2 * margin
  const fits = Math.min(Math.max(height, captureSize.height), room)
  const y = Math.min(top, area.height - margin - fits)
  return { x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.max(y, margin), width, height: fits }
}
