import { Temporal } from 'temporal-polyfill'
import { dayLength, type Instant } from './instant.ts'

/** A calendar day in the owner's time zone, YYYY-MM-DD. Days compare as text. */
export type LocalDay = string

/** An IANA time zone, e.g. America/Chicago. */
export type TimeZone = string

function zoned(instant: Instant, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
}

export function localDayOf(instant: Instant, zone: TimeZone): LocalDay {
  return zoned(instant, zone).toPlainDate().toString()
}

/** Minutes since local midnight on the clock's face, 0 to 1439; on a day with 25 hours the doubled hour reads the same twice. */
export function localMinuteOf(instant: Instant, zone: TimeZone): number {
  const time = zoned(instant, zone)
  return time.hour * 60 + time.minute
}

/** The first moment of a local day. Where midnight is skipped by daylight saving, the first moment that exists. */
export function startOfDay(day: LocalDay, zone: TimeZone): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}

/** The first moment after a local day: a date without a time is due until then. */
export function endOfDay(day: LocalDay, zone: TimeZone): Instant {
  return startOfDay(addDays(day, 1), zone)
}

/** The moment a clock in the zone shows this time (minutes since midnight) on this day; a time skipped by daylight saving is the moment just after the gap. */
export function instantAt(day: LocalDay, minuteOfDay: number, zone: TimeZone): Instant {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}

/**
 * Midnight of a calendar day as if it were UTC: days are counted on this axis, where each has 24 hours. Not by Temporal, which takes 30 times as long
 * and is asked for thousands of days in one cycle. NaN for what is no day.
 */
function onDayAxis(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`)
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return new Date(onDayAxis(day) + days * dayLength).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((onDayAxis(to) - onDayAxis(from)) / dayLength)
}

/** Monday is 1, Sunday 7. */
export function dayOfWeek(day: LocalDay): number {
  return new Date(onDayAxis(day)).getUTCDay() || 7
}

/** ISO 8601 with the zone's offset and no fraction, e.g. 2026-01-20T20:20:00-06:00. */
export function formatInstant(instant: Instant, zone: TimeZone): string {
  return zoned(instant, zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 })
}

/** Whether the text names a time zone this machine knows. */
export function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}

/** Whether the text is a real calendar day written YYYY-MM-DD. */
export function isLocalDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = onDayAxis(text)
  // A day that does not exist is none, or reads as another one.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
