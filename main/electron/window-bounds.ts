/** A rectangle on the desktop, in density-independent pixels. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Size = { readonly width: number; readonly height: number }

/** As much of a window's width and height as must show for a hand to take hold of it. */
const graspable = 80

/**
 * Where a remembered window may open: as it was if it can still be seen, moved wholly onto the nearest display where part of it is off,
 * centred on the first display when its own is gone. Work areas come with the primary display first.
 */
export function pullBackOnScreen(remembered: Bounds, workAreas: readonly Bounds[], minimum: Size): Bounds {
  const primary = workAreas[0]
  if (primary === undefined) return remembered
  const home = workAreas.find((area) => overlap(remembered, area).width >= graspable && overlap(remembered, area).height >= graspable)
  const area = home ?? primary
  const width = Math.min(Math.max(remembered.width, minimum.width), area.width)
  const height = Math.min(Math.max(remembered.height, minimum.height), area.height)
  if (home === undefined) return centred({ width, height }, area)
  return {
    x: clamp(remembered.x, area.x, area.x + area.width - width),
    y: clamp(remembered.y, area.y, area.y + area.height - height),
    width,
    height,
  }
}

export function centred(size: Size, area: Bounds): Bounds {
  return { x: area.x + Math.round((area.width - size.width) / 2), y: area.y + Math.round((area.height - size.height) / 2), ...size }
}

/** Beside the tray icon: under a menu bar, above or beside a taskbar, wholly on screen. Without an icon to go by, the top right corner. */
export function besideTray(size: Size, icon: Bounds | null, area: Bounds): Bounds {
  const gap = 4
  const right = area.x + area.width - size.width
  const bottom = area.y + area.height - size.height
  if (icon === null || icon.width === 0) return { x: right - gap, y: area.y + gap, ...size }
  const centre = icon.x + Math.round((icon.width - size.width) / 2)
  const below = icon.y + icon.height + gap
  const y = icon.y < area.y + area.height / 2 ? below : icon.y - size.height - gap
  return { x: clamp(centre, area.x, right), y: clamp(y, area.y, bottom), ...size }
}

function overlap(a: Bounds, b: Bounds): Size {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
