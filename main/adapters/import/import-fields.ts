import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Due } from '../../domain/due.ts'
import type { Instant } from '../../domain/instant.ts'
import { instantAt, isLocalDay, startOfDay, type LocalDay, type TimeZone } from '../../domain/local-day.ts'

const withOffset = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i
const withoutOffset = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/

/** A moment out of ISO 8601; without an offset it is a time on the owner's clock, without a time the beginning of the owner's day. */
export function parseInstant(text: string, zone: TimeZone): Instant | undefined {
  if (isLocalDay(text)) return startOfDay(text, zone)
  const local = withoutOffset.exec(text)
  if (local) return localMoment(local, zone)
  const instant = withOffset.test(text) && isLocalDay(text.slice(0, 10)) ? Date.parse(text.replace(' ', 'T')) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}

function localMoment([, day = '', hours, minutes, seconds = '0']: RegExpExecArray, zone: TimeZone): Instant | undefined {
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)]
  if (!isLocalDay(day) || hour > 23 || minute > 59 || second > 59) return undefined
  return instantAt(day, hour * 60 + minute, zone) + second * 1000
}

function parseDue(text: string, zone: TimeZone): Due | undefined {
  if (isLocalDay(text)) return { kind: 'day', day: text }
  const at = parseInstant(text, zone)
  return at === undefined ? undefined : { kind: 'moment', at }
}

/** The fields that records of tasks and promises share, as they are read in one time zone. */
export function importFields(zone: TimeZone) {
  const text = z.string().trim().min(1)
  return {
    text,
    id: z.union([text, z.number().int().transform(String)]).optional(),
    instant: convert(text, (value) => parseInstant(value, zone), 'is not a time (ISO 8601, e.g. 2026-01-15T09:00:00Z)'),
    due: convert(text, (value) => parseDue(value, zone), 'is not a date (YYYY-MM-DD) or a time (ISO 8601)'),
    day: convert(text, (value): LocalDay | undefined => (isLocalDay(value) ? value : undefined), 'is not a day written YYYY-MM-DD'),
  }
}

function convert<T>(schema: z.ZodType<string>, parse: (text: string) => T | undefined, complaint: string): z.ZodType<T> {
  return schema.transform((value, context): T => {
    const result = parse(value)
    if (result !== undefined) return result
    context.addIssue({ code: 'custom', message: `"${value}" ${complaint}` })
    return z.NEVER
  })
}

/** One word for a status out of the words that programs use for it: `In Progress`, `in-progress` and `doing` are one. */
export function statusWords<Status extends string>(words: Readonly<Record<Status, readonly string[]>>): z.ZodType<Status> {
  const known = new Map<string, Status>()
  // Object.entries forgets that the names of the record are statuses.
  for (const [status, others] of Object.entries(words) as [Status, readonly string[]][]) {
    for (const word of [status, ...others]) known.set(word, status)
  }
  const expected = Object.keys(words).join(', ')
  return convert(
    z.string(),
    (value) =>
      known.get(
        value
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_'),
      ),
    `is no status; known are ${expected}`,
  )
}

/** What went wrong, in one line. */
export function complaintOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')
}

/** Ids for records that bring none: the same record has the same one at every import, a second record just like it in one file another. */
export function createRecordIds(): (parts: readonly unknown[]) => string {
  const seen = new Map<string, number>()
  return (parts) => {
    const base = `import-${digestOf(parts).slice(0, 16)}`
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return count === 1 ? base : `${base}-${count}`
  }
}

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
