import type { Span } from './segments.ts'

export type Effort = Span & { readonly minutes: number }

const amounts: Readonly<Record<string, number>> = {
  half: 0.5,
  'half an': 0.5,
  'half a': 0.5,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  'a couple of': 2,
  'couple of': 2,
}

const pattern =
  /(?<before>\b(?:in|every|for|after|ago|oven|within|per)\s+)?(?<approx>[~(]|about |approx\.? |ca\.? )?\b(?<amount>\d{1,3}(?:[.,]\d)?|half(?: an?)?|an?|one|two|three|four|five|ten|(?:a )?couple of)[ -]?(?<unit>hours?|hrs?|h|minutes?|mins?|m(?=in|\b))\b(?<after>\s+(?:of|late|early|ago|away|before|after|per|a day|every|max|each|nap|wait))?/giu

/**
 * How long a thing takes, where the text says so: `30 min`, `2h`, `half an hour`, `1.5 hours`. A wait (`in 30 min`) or a habit (`20 min a
 * day`) is not an effort.
 */
export function effortOf(text: string): Effort | null {
  for (const match of text.matchAll(pattern)) {
    const { before, amount = '', unit = '', after } = match.groups ?? {}
    if (before !== undefined || after !== undefined) continue
    // `5 m` is a distance as often as a time.
    if (unit === 'm') continue
    const count = amounts[amount.toLowerCase()] ?? Number(amount.replace(',', '.'))
    const minutes = Math.round(count * (unit.toLowerCase().startsWith('h') ? 60 : 1))
    if (minutes > 0 && minutes <= 24 * 60) return { start: match.index, end: match.index + match[0].length, minutes }
  }
  return null
}
