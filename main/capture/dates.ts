import type { Chrono, Parser, ParsedComponents, ParsedResult } from 'chrono-node'
import type { SpokenDue } from '../domain/capture.ts'
import { addDays, dayOfWeek, localDayOf, localMinuteOf, type LocalDay, type TimeZone } from '../domain/local-day.ts'
import { minute, type Instant } from '../domain/instant.ts'
import type { Span } from './segments.ts'

export type DateContext = { readonly now: Instant; readonly zone: TimeZone }

export type SpokenDate = Span & { readonly due: SpokenDue }

/** Cheap, and never misses what the reader would find: the reader itself takes tens of milliseconds to load and is loaded for these only. */
const dateLike =
  /\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:today|tonight|tomorrow|tmrw|tomorow|tommorow|tmr|noon|midnight|midday|morning|afternoon|evening|weekend|eod|eow|cob|fortnight)\b|\b(?:next|this|coming|end of(?: the| this)?|in (?:a|an|one|two|three|four|five|six|ten|a couple of|\d+)) (?:day|week|month|year|hour|minute|min)|\bin \d+ ?(?:h|hrs?|mins?|days?|weeks?)\b|\d(?:st|nd|rd|th)\b|\d ?(?:am|pm)\b|\d[:.]\d\d|\d[/-]\d|\bat \d/i

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const pad = (value: number | null, length = 2): string => String(value ?? 1).padStart(length, '0')

const onDay = (day: LocalDay): { readonly year: number; readonly month: number; readonly day: number } => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, day: date }
}

/** What people write and chrono does not know: ends of days and weeks, the weekend, and the day of a month by its number alone. */
const houseParsers = (today: LocalDay): readonly Parser[] => {
  const friday = addDays(today, (5 - dayOfWeek(today) + 7) % 7)
  return [
    { pattern: () => /\b(?:eod|cob|(?:the )?end of (?:the )?day)\b/i, extract: () => onDay(today) },
    { pattern: () => /\b(?:eow|(?:the )?end of (?:the |this )?week)\b/i, extract: () => onDay(friday) },
    { pattern: () => /\b(?:tmrw|tmr|tomorow|tommorow)\b/i, extract: () => onDay(addDays(today, 1)) },
    {
      pattern: () => /\b(?:this |the )?weekend\b/i,
      extract: () => onDay(addDays(today, dayOfWeek(today) === 7 ? 0 : 6 - dayOfWeek(today))),
    },
    {
      // Where days come first chrono takes `May 14` for a month of the year 2014.
      pattern: () => /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?\b(?![:.]?\d)/i,
      extract: (context, match) => {
        const month = monthNames.indexOf((match[1] ?? '').slice(0, 3).toLowerCase()) + 1
        const day = Number(match[2])
        if (day < 1 || day > 31) return null
        const year = Number(today.slice(0, 4)) + (`${pad(month)}-${pad(day)}` < today.slice(5) ? 1 : 0)
        return context.createParsingComponents({ month, day }).imply('year', year)
      },
    },
    {
      // A number with more words after it is a title or a rank (`The 5th Wave`, `the 2nd floor`), not a day.
      pattern: () => /\b(?:the )(\d{1,2})(?:st|nd|rd|th)\b(?=\s*(?:[.,;:!?)]|$|at\b|for\b|in the\b|if\b|please\b|\d))/i,
      extract: (context, match) => {
        const wanted = Number(match[1])
        // A year of days always holds the next day with that number, the 31st included.
        const day = Array.from({ length: 62 }, (_, ahead) => addDays(today, ahead)).find(
          (candidate) => Number(candidate.slice(8)) === wanted,
        )
        if (day === undefined) return null
        const { year, month, day: date } = onDay(day)
        return context.createParsingComponents({ day: date }).imply('month', month).imply('year', year)
      },
    },
  ]
}

/** Words that are days or months only in the right company: `sat down`, `the sun`, `may I`, `march to the office`. */
const ambiguous = /^(?:sat|sun|wed|mar|may|march|mon|dec|jan|second)$/i
const leads = /\b(?:on|by|this|next|until|till|before|after|from|for|in|due|early|late|mid|end of|since|every|or|and)\s+$/i
const subject = /\b(?:the|a|an|i|he|she|we|they|you|it|who|cat|dog|my|your|his|her|just|then|of|in the)\s+$/i
const follows = /^\s*(?:$|[.,;:!?)\n-]|\d|at\b|am\b|pm\b|morning|afternoon|evening|night|noon|and\b)/i
const arithmetic = /^(?:24\/7|50\/50|9\/11|\d{1,2}\/10)$/
const past = /\b(?:last|yesterday|ago|past|since)\b/i

/** The words of a result; chrono counts a comma after `sat` as part of the name. */
const wordsSaid = (result: ParsedResult): string => result.text.replace(/[\s.,;:]+$/, '')

const stands = (text: string, result: ParsedResult): boolean => {
  const { index } = result
  const said = wordsSaid(result)
  const before = text.slice(Math.max(0, index - 20), index)
  const after = text.slice(index + said.length, index + said.length + 20)
  if (ambiguous.test(said)) {
    if (/^(?:mar|may|march|dec|jan|second)$/i.test(said)) return leads.test(before) && follows.test(after)
    return (leads.test(before) && !/^\s+(?:down|up|in|on|cream|screen)\b/i.test(after)) || (follows.test(after) && !subject.test(before))
  }
  if (/^\d{1,2}[/.-]\d{1,2}$/.test(said))
    return (
      !arithmetic.test(said) &&
      follows.test(after) &&
      !/\b(?:ratio|half|score|scored|rated|page|chapter|version|about)\s+$/i.test(before) &&
      !/[\d.,/£$€-]$/.test(before)
    )
  // A title in capitals goes on: `Tomorrow Never Dies`, `Friday Night Lights`.
  if (
    /^[A-Z]/.test(said) &&
    /\b(?:read|watch|watched|listen to|see|seen|play|finish|reading|watching)\s+(?:the\s+)?"?$/i.test(before) &&
    /^\s+[A-Z]/.test(after)
  )
    return false
  return !past.test(said)
}

const timeOf = (parts: ParsedComponents, text: string): string | null => {
  if (!parts.isCertain('hour')) return null
  return `${String(hourOf(parts, text)).padStart(2, '0')}:${String(parts.get('minute') ?? 0).padStart(2, '0')}`
}

const evening = /\b(?:dinner|supper|tonight|evening|drinks|pub|cinema|movie|concert|party|theatre|gig)\b/i

/** Nobody has to be anywhere at 4 in the morning without being told so: one to six without am or pm is the afternoon, and dinner at 8 is tonight. */
const hourOf = (parts: ParsedComponents, text: string): number => {
  const hour = parts.get('hour') ?? 0
  return !parts.isCertain('meridiem') && hour >= 1 && hour <= (evening.test(text) ? 11 : 6) ? hour + 12 : hour
}

const partNames = ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'meridiem'] as const

/** What a day's face and clock say now: read once for a text, since a zone's arithmetic costs more than all the rest of a date. */
type LocalNow = { readonly zone: TimeZone; readonly today: LocalDay; readonly minutes: number }

const dueOf = (text: string, result: ParsedResult, { zone, today, minutes: minutesNow }: LocalNow): SpokenDue => {
  const parts = result.start
  const stated = partNames.filter((part) => parts.isCertain(part))
  const guessed = partNames.filter(
    (part) =>
      !parts.isCertain(part) &&
      (part !== 'weekday' || stated.length === 0) &&
      (parts.isCertain('hour') || !['hour', 'minute', 'meridiem'].includes(part)),
  )
  // `in two hours` is a moment, not a face of the clock: it is turned into the zone's time, across a change of daylight saving too.
  if (parts.isCertain('timezoneOffset')) {
    const at = parts.date().getTime()
    const minutes = localMinuteOf(at, zone)
    const time = parts.isCertain('hour')
      ? `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      : null
    return {
      date: localDayOf(at, zone),
      time,
      stated: stated.length > 0 ? stated : ['hour', 'minute'],
      guessed: [],
      text: wordsSaid(result),
    }
  }
  let date = `${pad(parts.get('year'), 4)}-${pad(parts.get('month'))}-${pad(parts.get('day'))}`
  const time = timeOf(parts, text)
  const dayStated = parts.isCertain('day') || parts.isCertain('month')
  if (!dayStated && !parts.isCertain('weekday') && time !== null) {
    const [hour = 0, minutes = 0] = time.split(':').map(Number)
    date = hour * 60 + minutes > minutesNow ? today : addDays(today, 1)
  }
  // `Friday` said on a Friday is the next one; `this Friday` is the day itself.
  if (!dayStated && parts.isCertain('weekday') && date === today && !/\bthis\b/i.test(result.text)) date = addDays(date, 7)
  return { date, time, stated, guessed, text: wordsSaid(result) }
}

const offsetMinutes = (now: Instant, { today, minutes }: LocalNow): number => {
  // The face of the clock shows no seconds, so what is left of the difference is under a minute below the offset.
  const midnight = Date.parse(`${today}T00:00:00Z`)
  return Math.ceil((midnight + minutes * minute - now) / minute)
}

/** Days before months everywhere but in the Americas, told by the zone: 3/12 is the third of December in London, March 12 in Chicago. */
const readerFor = async (zone: TimeZone): Promise<Chrono> => {
  const english = await import('chrono-node/en')
  return (zone.startsWith('America/') || zone.startsWith('US/') ? english.casual : english.GB).clone()
}

/**
 * The dates said in a text that lie today or later, in its order. Titles, ranks and verbs that only look like dates are left alone.
 * Loads chrono-node on the first text that could hold a date.
 */
export async function datesIn(text: string, { now, zone }: DateContext): Promise<readonly SpokenDate[]> {
  if (!dateLike.test(text)) return []
  const today = localDayOf(now, zone)
  const local = { zone, today, minutes: localMinuteOf(now, zone) }
  const reader = await readerFor(zone)
  reader.parsers.unshift(...houseParsers(today))
  return reader
    .parse(text, { instant: new Date(now), timezone: offsetMinutes(now, local) }, { forwardDate: true })
    .filter((result) => stands(text, result))
    .map((result) => ({ start: result.index, end: result.index + wordsSaid(result).length, due: dueOf(text, result, local) }))
    .filter(({ due }) => due.date >= today)
}

/** The date a text is due by: one announced by `by`, `due`, `before` or `until`, else the first. */
export function dueAmong(text: string, dates: readonly SpokenDate[]): SpokenDate | null {
  const announced = dates.find(({ start }) =>
    /\b(?:by|due|before|until|till|deadline)(?: the| end of| on)?:?\s+$/i.test(text.slice(Math.max(0, start - 16), start)),
  )
  return announced ?? dates[0] ?? null
}
