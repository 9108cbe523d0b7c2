import { OperatorError } from '../domain/operator-error.ts'
import type { Due } from '../domain/due.ts'
import type { Instant } from '../domain/instant.ts'
import { instantAt, isLocalDay, localDayOf, localMinuteOf, type TimeZone } from '../domain/local-day.ts'
import type { Priority } from '../domain/task.ts'

type When = { readonly zone: TimeZone; readonly now: Instant }

/** A date in words with where it stands in the text; null where there is none. chrono-node takes 85 ms to load, so only when needed. */
async function findDate(
  text: string,
  { zone, now }: When,
): Promise<{ readonly due: Due; readonly start: number; readonly end: number } | null> {
  const { parse } = await import('chrono-node')
  const offset = offsetMinutes(now, zone)
  const [result] = parse(text, { instant: new Date(now), timezone: offset }, { forwardDate: true })
  if (result === undefined) return null
  const { start } = result
  const day = [start.get('year'), start.get('month'), start.get('day')].map((part) => String(part).padStart(2, '0')).join('-')
  const isTimed = start.isCertain('hour')
  const minute = (start.get('hour') ?? 0) * 60 + (start.get('minute') ?? 0)
  const due: Due = isTimed ? { kind: 'moment', at: instantAt(day, minute, zone) } : { kind: 'day', day }
  return { due, start: result.index, end: result.index + result.text.length }
}

/** Minutes east of UTC that the zone's clock shows at this moment. */
function offsetMinutes(now: Instant, zone: TimeZone): number {
  const asUtc = Date.parse(`${localDayOf(now, zone)}T00:00:00Z`) + localMinuteOf(now, zone) * 60_000
  return Math.round((asUtc - now) / 60_000)
}

/** A due date said in words or written as a day or an ISO time. Throws OperatorError `wrong_use` where none is understood. */
export async function readDatePhrase(phrase: string, when: When): Promise<Due> {
  const text = phrase.trim()
  if (isLocalDay(text)) return { kind: 'day', day: text }
  const found = await findDate(text, when)
  if (found === null) {
    throw new OperatorError('wrong_use', `"${phrase}" is no date that is understood. Try 2026-01-20, tomorrow, or "friday at 3pm".`)
  }
  return found.due
}

/** Words before a date that belong to it and not to the title. */
const leadIn = /\s*\b(?:by|before|until|till|due|on|at|for)\s*$/i
const priorityWord = /(?:^|\s)(p[0-3])(?=\s|$)/i

/** A task as it is typed: "Memphis report by Friday p1" → the title, its due date, its priority. */
export async function readTaskText(
  text: string,
  when: When,
): Promise<{ readonly title: string; readonly due: Due | null; readonly priority: Priority | null }> {
  const priority = priorityWord.exec(text)?.[1]?.toLowerCase() ?? null
  const rest = text.replace(priorityWord, ' ').replaceAll(/\s+/g, ' ').trim()
  const hint = /\d|today|tonight|tomorrow|week|month|mon|tue|wed|thu|fri|sat|sun|noon|morning|evening/i
  const found = hint.test(rest) ? await findDate(rest, when) : null
  const title =
    found === null ? rest : `${rest.slice(0, found.start).replace(leadIn, '')}${rest.slice(found.end)}`.replaceAll(/\s+/g, ' ').trim()
  return { title: title === '' ? rest : title, due: found?.due ?? null, priority: isPriority(priority) ? priority : null }
}

function isPriority(text: string | null): text is Priority {
  return text === 'p0' || text === 'p1' || text === 'p2' || text === 'p3'
}
