import { formatStrings as words } from './format-strings.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Words for times and numbers in one locale and one zone. Pure; the Intl objects are made once, for they are slow to make. */
export type Formats = {
  /** 8:12, in the locale's manner. */
  readonly clock: (at: number) => string
  /** Tuesday 20 January 2026, 08:12: what stands behind every relative time. */
  readonly exact: (at: number) => string
  /** Within a day relative, after that a date: "4 min ago", "in 2 h", "Sat 17 Jan". */
  readonly relative: (at: number, now: number) => string
  /** For a column of a list: the clock today, the weekday within a week, a date before. */
  readonly brief: (at: number, now: number) => string
  /** "Today", "Tomorrow", "Thursday", "Sat 17 Jan". `day` and `today` are YYYY-MM-DD. */
  readonly dayName: (day: string, today: string) => string
  /** Sat 17 January, always with its date. */
  readonly fullDay: (day: string) => string
  /** 17 Jan, with the year when it is not this one's. */
  /** Jan 2026. */
  readonly monthYear: (day: string) => string
  readonly shortDay: (day: string, today: string) => string
  /** The local day, YYYY-MM-DD. */
  readonly dayOf: (at: number) => string
  /** The hour on the local clock, 0 to 23. */
  readonly hourOf: (at: number) => number
  readonly number: (value: number, digits?: number) => string
  /** 90 ms, 1.4 s, 3 min, 19 h, 2 d. */
  readonly duration: (milliseconds: number) => string
}

const key = (value: string) => Date.parse(`${value}T12:00:00Z`)
const distance = (one: string, other: string) => Math.round((key(one) - key(other)) / day)

export function createFormats(locale: string | undefined, timeZone: string): Formats {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options })
  // A day is a label, not a moment: it is formatted in UTC from its own noon, wherever the operator lives.
  const label = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const clock = make({ hour: 'numeric', minute: '2-digit' })
  const exact = make({ dateStyle: 'full', timeStyle: 'short' })
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const hourOnly = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  const weekday = label({ weekday: 'long' })
  const weekdayShort = label({ weekday: 'short' })
  const dated = label({ weekday: 'short', day: 'numeric', month: 'short' })
  const full = label({ weekday: 'short', day: 'numeric', month: 'long' })
  const short = label({ day: 'numeric', month: 'short' })
  const monthOnly = label({ month: 'short', year: 'numeric' })
  const shortYear = label({ day: 'numeric', month: 'short', year: 'numeric' })
  const numbers = new Map<number, Intl.NumberFormat>()

  const dayOf = (at: number) => iso.format(at)
  const shortDay = (value: string, today: string) =>
    (value.slice(0, 4) === today.slice(0, 4) || Math.abs(distance(value, today)) < 180 ? short : shortYear).format(key(value))

  const formats: Formats = {
    clock: (at) => clock.format(at),
    exact: (at) => exact.format(at),
    relative: (at, now) => {
      const away = Math.abs(at - now)
      if (away < minute) return at > now ? words.inAMoment : words.justNow
      if (away >= day) return dated.format(key(dayOf(at)))
      const amount = away < hour ? words.minutes(Math.round(away / minute)) : words.hours(Math.round(away / hour))
      return at < now ? words.ago(amount) : words.ahead(amount)
    },
    brief: (at, now) => {
      const away = distance(dayOf(now), dayOf(at))
      if (away === 0) return clock.format(at)
      return away > 0 && away < 7 ? weekdayShort.format(key(dayOf(at))) : shortDay(dayOf(at), dayOf(now))
    },
    dayName: (value, today) => {
      const away = distance(value, today)
      if (away === 0) return words.today
      if (away === 1) return words.tomorrow
      if (away === -1) return words.yesterday
      return away > 1 && away < 7 ? weekday.format(key(value)) : dated.format(key(value))
    },
    fullDay: (value) => full.format(key(value)),
    shortDay,
    monthYear: (value) => monthOnly.format(key(value)),
    dayOf,
    hourOf: (at) => Number(hourOnly.format(at)),
    number: (value, digits = 0) => {
      const known = numbers.get(digits)
      const format = known ?? new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      if (known === undefined) numbers.set(digits, format)
      return format.format(value)
    },
    duration: (ms) => {
      if (ms < 1000) return words.milliseconds(Math.round(ms))
      if (ms < minute) return words.seconds(formats.number(ms / 1000, ms < 10_000 ? 1 : 0))
      if (ms < hour) return words.minutes(Math.round(ms / minute))
      return ms < 2 * day ? words.hours(Math.round(ms / hour)) : words.days(Math.round(ms / day))
    },
  }
  return formats
}
