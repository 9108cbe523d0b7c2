import { hour, minute, dayLength, type Instant } from '../domain/instant.ts'
import { formatInstant, localDayOf, type TimeZone } from '../domain/local-day.ts'

/** 07:00 today, and with its day on another: `2026-01-21 09:00`. */
export function timeInWords(at: Instant, now: Instant, zone: TimeZone): string {
  const text = formatInstant(at, zone)
  const time = text.slice(11, 16)
  return localDayOf(at, zone) === localDayOf(now, zone) ? time : `${text.slice(0, 10)} ${time}`
}

/** A length of time in its largest whole unit: `40 min`, `4 h`, `7 days`. */
export function lengthInWords(milliseconds: number): string {
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} min`
  if (milliseconds < 2 * dayLength) return `${Math.floor(milliseconds / hour)} h`
  return `${Math.floor(milliseconds / dayLength)} days`
}
