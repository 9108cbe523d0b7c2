import type { Operator } from '../operator/operator.ts'
import type { DueView } from '../../shared/model/task.ts'
import { readDuration } from './time-words.ts'
import { UsageError } from './usage-error.ts'

/** The owner's zone, as the operator sees it. */
export async function ownersZone(operator: Operator): Promise<string> {
  return (await operator.handlers['status:get']({})).timezone
}

/** A date in words, a day, or an ISO time; undefined stays undefined. */
export async function readDue(phrase: string | undefined, operator: Operator, now: number): Promise<DueView | undefined> {
  if (phrase === undefined) return undefined
  const { readDatePhrase } = await import('../operator/read-task-text.ts')
  return readDatePhrase(phrase, { zone: await ownersZone(operator), now })
}

/** The hour that a day alone means when something is to come back on it. */
const morning = '9:00'

/** `2h`, `until tomorrow 9:00`, `2026-01-21`, an ISO time → the moment. Throws UsageError for what is past or not understood. */
export async function readUntil(text: string, operator: Operator, now: number): Promise<number> {
  const words = text.trim().replace(/^(until|till|for)\s+/i, '')
  const duration = readDuration(words)
  const isoTime = /^\d{4}-\d{2}-\d{2}T/.test(words) ? Date.parse(words) : Number.NaN
  const at = duration !== null ? now + duration : Number.isNaN(isoTime) ? await readMoment(words, operator, now) : isoTime
  if (at <= now) throw new UsageError(`${text} is past. Give a time to come, such as 2h or tomorrow 9:00.`)
  return at
}

async function readMoment(words: string, operator: Operator, now: number): Promise<number> {
  const due = await readDue(words, operator, now)
  if (due?.kind === 'moment') return due.at
  const onThatDay = await readDue(`${words} ${morning}`, operator, now)
  if (onThatDay?.kind === 'moment') return onThatDay.at
  throw new UsageError(`${words} is no time that is understood. Try 2h, or tomorrow 9:00.`)
}
