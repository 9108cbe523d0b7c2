import { dayLength, hour, minute, type Instant } from '../domain/instant.ts'
import { instantAt, type TimeZone } from '../domain/local-day.ts'
import { readDatePhrase } from './read-task-text.ts'

const lengths: Readonly<Record<string, number>> = { m: minute, h: hour, d: dayLength }

/** When a day without a time begins to count. */
const morning = 9 * 60

/** Until when to be quiet: `2h`, `30 min`, `1 day`, or a time in words, `until tomorrow 9:00`. A day alone is its morning. Throws OperatorError `wrong_use`. */
export async function readSnooze(text: string, zone: TimeZone, now: Instant): Promise<Instant> {
  const length = /^(\d+(?:\.\d+)?)\s*([mhd])(?:in|ins|inutes?|ours?|ays?)?$/i.exec(text.trim())
  const unit = lengths[length?.[2]?.toLowerCase() ?? '']
  if (length !== null && unit !== undefined) return now + Number(length[1]) * unit
  const due = await readDatePhrase(text.replace(/^\s*until\s+/i, ''), { zone, now })
  return due.kind === 'moment' ? due.at : instantAt(due.day, morning, zone)
}
