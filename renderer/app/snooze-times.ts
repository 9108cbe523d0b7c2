import type { Formats } from './formats.ts'

const hour = 3_600_000
type Calendar = Pick<Formats, 'dayOf' | 'hourOf'>

/** The next 9:00 on a day after today, in the operator's zone. */
export function tomorrowMorning(now: number, calendar: Calendar): number {
  return morning(now, calendar, 1)
}

/** 9:00 on the next Monday after today. */
export function nextMonday(now: number, calendar: Calendar): number {
  return morning(now, calendar, daysToMonday(calendar.dayOf(now)))
}

/** 1 to 7. `day` is YYYY-MM-DD. */
export function daysToMonday(day: string): number {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return (8 - weekday) % 7 || 7
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10)
}

/**
 * Found through the calendar, not by adding 24 hours: a day of a clock change has 23 or 25. The first quarter of an hour that lies in the
 * wanted day is its midnight (every zone's offset is whole quarters); the last line mends a change between midnight and 9:00.
 */
function morning(now: number, calendar: Calendar, days: number): number {
  const wanted = addDays(calendar.dayOf(now), days)
  const quarter = hour / 4
  let at = Math.floor(now / quarter) * quarter
  while (calendar.dayOf(at) < wanted) at += quarter
  at += 9 * hour
  return at + (9 - calendar.hourOf(at)) * hour
}
