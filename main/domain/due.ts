import { endOfDay, localDayOf, type LocalDay, type TimeZone } from './local-day.ts'
import type { Instant } from './instant.ts'

/** When something is due: a local day, or a day with a moment on it. A day without a time is due at the end of that local day. */
export type Due = { readonly kind: 'day'; readonly day: LocalDay } | { readonly kind: 'moment'; readonly at: Instant }

/** When the time runs out: a moment is still in time itself, the end of a day no longer is (it is the first moment after it). */
export function dueInstant(due: Due, zone: TimeZone): Instant {
  return due.kind === 'day' ? endOfDay(due.day, zone) : due.at
}

export function dueDay(due: Due, zone: TimeZone): LocalDay {
  return due.kind === 'day' ? due.day : localDayOf(due.at, zone)
}

/** Whether the time has run out: days before today, moments before now. */
export function isPast(due: Due, today: LocalDay, now: Instant): boolean {
  return due.kind === 'day' ? due.day < today : due.at < now
}
