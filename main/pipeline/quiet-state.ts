import type { Instant } from '../domain/instant.ts'
import { addDays, dayOfWeek, instantAt, localDayOf, type LocalDay } from '../domain/local-day.ts'
import { weekdays, type QuietHoursSettings } from '../domain/settings.ts'

/** Whether it is quiet; while it is, `until` when, and otherwise when it will be next (null: never). */
export type QuietState =
  | { readonly active: true; readonly until: Instant; readonly reason: 'quiet_hours' | 'do_not_disturb' }
  | { readonly active: false; readonly nextStart: Instant | null }

type Night = { readonly start: Instant; readonly end: Instant }

/** The quiet time that begins on a day; its own times where the weekday has some. Equal start and end mean none. */
function nightOf(day: LocalDay, settings: QuietHoursSettings): Night | null {
  const weekday = weekdays[dayOfWeek(day) - 1]
  const own = weekday === undefined ? undefined : settings.weekdays[weekday]
  const start = own?.start ?? settings.start
  const end = own?.end ?? settings.end
  if (start === end) return null
  const endDay = end < start ? addDays(day, 1) : day
  return { start: instantAt(day, start, settings.zone), end: instantAt(endDay, end, settings.zone) }
}

/** Quiet hours at a moment. The first moment of the night is quiet, its end is not. */
export function quietStateAt(settings: QuietHoursSettings, now: Instant): QuietState {
  if (!settings.enabled) return { active: false, nextStart: null }
  const today = localDayOf(now, settings.zone)
  const nights = [-1, 0, 1, 2, 3, 4, 5, 6, 7].flatMap((offset) => nightOf(addDays(today, offset), settings) ?? [])
  const running = nights.filter(({ start, end }) => start <= now && now < end)
  if (running.length > 0) return { active: true, until: Math.max(...running.map(({ end }) => end)), reason: 'quiet_hours' }
  return { active: false, nextStart: nights.find(({ start }) => start > now)?.start ?? null }
}
