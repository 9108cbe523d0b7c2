import type { Severity } from '../domain/severity.ts'
import { dueDay } from '../domain/due.ts'
import { dayLength, type Instant } from '../domain/instant.ts'
import { addDays, localDayOf, localMinuteOf, type LocalDay } from '../domain/local-day.ts'
import type { Message } from '../domain/message.ts'
import { debriefOf, isDebriefDue, type DebriefFacts } from '../pipeline/debrief.ts'
import { channelsFor } from '../pipeline/route.ts'
import type { ResolvedSettings } from '../config/resolve.ts'
import { loadOpenAlerts, loadRecentlyClosed, findAlert } from '../store/alerts.ts'
import type { Reader, Writer } from '../store/database.ts'
import { listHeld } from '../store/held-alerts.ts'
import { loadToldSince } from '../store/notifications.ts'
import { enqueue } from '../store/outbox.ts'
import { loadOwedPromises } from '../store/promises.ts'
import { listMetric } from '../store/readings.ts'
import { loadActiveTasks } from '../store/tasks.ts'
import { recallMemory, remember } from './operator-memory.ts'

export type DebriefContext = {
  readonly settings: ResolvedSettings
  readonly now: Instant
  readonly isQuiet: boolean
  /** A machine without a screen sees nobody unlock it: there the end of the quiet hours is the morning. */
  readonly hasScreen: boolean
}

/** It is news of the day, not an alarm. */
const severity: Severity = 'medium'

/** Held alerts named in it; the rest is counted by the debrief itself. */
const mostHeld = 200

/** A week without a night: nobody wears the ring, and nothing is waited for. */
const sleepExpectedWithin = 7

/** Queues the day's debrief when it is time; once a day, over restarts too. */
export function writeDebrief(db: Writer, { settings, now, isQuiet, hasScreen }: DebriefContext): void {
  const { zone, routes } = settings
  const today = localDayOf(now, zone)
  const { lastDebrief, seenAt } = recallMemory(db)
  const isAwake = !hasScreen || (seenAt !== null && localDayOf(seenAt, zone) === today)
  const sleepArrived = hasSleepArrived(db, today)
  if (!isDebriefDue({ today, lastDebrief, isQuiet, isAwake, sleepArrived, minuteOfDay: localMinuteOf(now, zone) })) return
  const debrief = debriefOf(factsOf(db, today, zone, sleepArrived, now))
  db.transaction(() => {
    remember(db, { lastDebrief: today })
    if (debrief === null) return
    for (const channel of channelsFor(severity, routes)) {
      const message: Message = { kind: 'debrief', channel, tells: [], severity, ...debrief, subject: null, at: now }
      enqueue(db, { key: `debrief ${today} ${channel}`, message, createdAt: now })
    }
  })
}

function hasSleepArrived(db: Reader, today: LocalDay): boolean | null {
  const newest = listMetric(db, 'sleep_hours', addDays(today, -sleepExpectedWithin), today).at(-1)
  return newest === undefined ? null : newest.day === today
}

function factsOf(db: Reader, today: LocalDay, zone: string, sleepArrived: boolean | null, now: Instant): DebriefFacts {
  const since = now - dayLength
  const held = listHeld(db, mostHeld)
  const heldIds = new Set(held.map(({ id }) => id))
  const told = [...loadToldSince(db, since).values()].filter(({ lastAt }) => lastAt >= since)
  const tasks = loadActiveTasks(db).filter(({ due }) => due !== null && dueDay(due, zone) === today)
  const promises = loadOwedPromises(db).filter(({ due }) => due !== null && dueDay(due, zone) === today)
  return {
    day: today,
    held,
    resolved: loadRecentlyClosed(db, since),
    open: loadOpenAlerts(db).filter(({ id }) => !heldIds.has(id)),
    dueToday: [...tasks.map(({ title }) => title), ...promises.map(({ what, to }) => `${what} (promised to ${to})`)],
    toRate: told.flatMap(({ alertId }) => findAlert(db, alertId) ?? []).filter(({ rating }) => rating === null),
    sleepArrived,
  }
}
