/**
 * Local days as numbers (days since 1970-01-01), read off `Intl` and nothing else: the program counts with Temporal, so a mistake of either
 * shows as a difference.
 */
export type DayNumber = number

const dayMs = 86_400_000
const faces = new Map<string, Intl.DateTimeFormat>()

function face(zone: string): Intl.DateTimeFormat {
  const known = faces.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  faces.set(zone, made)
  return made
}

function wall(instant: number, zone: string): { readonly day: DayNumber; readonly hour: number } {
  const parts = Object.fromEntries(
    face(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0 } = parts
  return { day: Date.UTC(year, month - 1, day) / dayMs, hour }
}

export const dayAt = (instant: number, zone: string): DayNumber => wall(instant, zone).day

/** The hour a clock on the wall shows. */
export const hourAt = (instant: number, zone: string): number => wall(instant, zone).hour

export const dayNamed = (text: string): DayNumber => Date.parse(`${text}T00:00:00Z`) / dayMs

export const nameOf = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The first moment after a day, found by halving: local days only ever go forward. */
export function momentAfter(day: DayNumber, zone: string): number {
  let before = day * dayMs - dayMs
  let after = day * dayMs + 3 * dayMs
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayAt(middle, zone) > day) after = middle
    else before = middle
  }
  return after
}
