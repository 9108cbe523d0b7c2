type Point = { readonly x: number; readonly y: number }

/**
 * Values, one a day, as an SVG path that fills a box from edge to edge; a day without one is a gap. `last` is where the newest stands.
 * Fewer than two values make no line.
 */
export function sparkPath(
  values: readonly (number | null)[],
  width: number,
  height: number,
): { readonly line: string; readonly last: Point | null } {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return { line: '', last: null }
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const place = (value: number, index: number): Point => ({
    x: round((index / (values.length - 1)) * width),
    // All the same: a line through the middle.
    y: round(high === low ? height / 2 : height - ((value - low) / (high - low)) * height),
  })
  let line = ''
  let last: Point | null = null
  values.forEach((value, index) => {
    if (value === null) return
    last = place(value, index)
    const isContinued = index > 0 && values[index - 1] !== null
    line += `${isContinued ? 'L' : 'M'}${last.x} ${last.y}`
  })
  return { line, last }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
