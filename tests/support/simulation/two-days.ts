import { hour, minute, dayLength, type Instant } from '../../../main/domain/instant.ts'
import { addDays, instantAt, localDayOf, type LocalDay } from '../../../main/domain/local-day.ts'
import type { Metric, Reading } from '../../../main/domain/reading.ts'
import type { RemoteTask } from '../../../main/ports/sources.ts'
import type { Writer } from '../../../main/store/handle.ts'
import { insertPromise, updatePromise } from '../../../main/store/promises.ts'
import { appendTaskEvent } from '../../../main/store/task-events.ts'
import { insertTask, updateTask } from '../../../main/store/tasks.ts'
import { aPromise, aTask } from '../records.ts'

export const zone = 'America/Chicago'

/** Tuesday, 13:00 in Chicago. */
export const start = Date.parse('2026-01-20T19:00:00Z')

type Values = Readonly<Partial<Record<Metric, number>>>

/** What the ring had to say of a day, from when on; a later word replaces the ones before it. */
const said: Readonly<Record<LocalDay, readonly { readonly from: Instant; readonly values: Values }[]>> = {
  '2026-01-18': [{ from: 0, values: { readiness: 80, sleep_hours: 6.5, hrv_ms: 60 } }],
  '2026-01-19': [{ from: 0, values: { readiness: 76, sleep_hours: 6.4, hrv_ms: 61 } }],
  '2026-01-20': [
    { from: 0, values: { readiness: 62, sleep_hours: 5.5, hrv_ms: 57, recovery_index: 75, stress_load: 50 } },
    { from: start + 3 * hour, values: { readiness: 48, sleep_hours: 5.5, hrv_ms: 57, recovery_index: 75, stress_load: 50 } },
  ],
  '2026-01-21': [
    {
      from: instantAt('2026-01-21', 400, zone),
      values: { readiness: 47, sleep_hours: 4.5, hrv_ms: 43, recovery_index: 35, stress_load: 78 },
    },
    {
      from: start + 28 * hour,
      values: { readiness: 47, sleep_hours: 4.5, hrv_ms: 43, recovery_index: 65, stress_load: 78 },
    },
  ],
  '2026-01-22': [
    {
      from: instantAt('2026-01-22', 400, zone),
      values: { readiness: 71, sleep_hours: 6.5, hrv_ms: 58, recovery_index: 55, stress_load: 90 },
    },
  ],
}

/** Days before and after the told ones are ordinary, and differ a little. */
function ordinary(day: LocalDay): Values {
  const number = Math.round(Date.parse(day) / dayLength)
  return {
    readiness: 74 + (number % 7),
    sleep_hours: 7.2 + (number % 4) / 10,
    hrv_ms: 58 + (number % 5),
    recovery_index: 80,
    stress_load: 40,
  }
}

function valuesOf(day: LocalDay, now: Instant): Values {
  const words = said[day]
  if (words === undefined) return now >= instantAt(day, 400, zone) ? ordinary(day) : {}
  return words.findLast(({ from }) => now >= from)?.values ?? {}
}

/** What the ring's service answers at a moment of the real time. */
export function readingsAt(now: Instant, range: { readonly from: LocalDay; readonly to: LocalDay }): readonly Omit<Reading, 'readAt'>[] {
  const readings: Omit<Reading, 'readAt'>[] = []
  for (let day = range.from; day <= range.to && day <= localDayOf(now, zone); day = addDays(day, 1))
    for (const [metric, value] of Object.entries(valuesOf(day, now)))
      // Object.entries forgets that the keys are metrics.
      readings.push({ metric: metric as Metric, day, value, source: 'oura', basisMinutes: metric === 'stress_load' ? 120 : null })
  return readings
}

function remote(sourceId: string, changes: Partial<RemoteTask>): RemoteTask {
  const createdAt = start - 20 * dayLength
  return {
    sourceId,
    title: `Task ${sourceId}`,
    notes: null,
    status: 'pending',
    client: 'Memphis',
    due: null,
    drain: null,
    createdAt,
    updatedAt: createdAt,
    completedAt: null,
    ...changes,
  }
}

const dueOn = (day: LocalDay) => ({ due: { kind: 'day', day } as const })
const clients = ['Memphis', 'Austin', 'Boston', 'Denver', 'Tulsa'] as const

/** What the tasks database holds at a moment of the real time. */
export function remoteTasksAt(now: Instant): readonly RemoteTask[] {
  const doneAt = start + 22 * hour
  const done = now >= doneAt ? ({ status: 'completed', completedAt: doneAt, updatedAt: doneAt } as const) : {}
  const newAt = start + 15 * hour
  const fresh = clients.map((client, index) => remote(`n${index}`, { client, createdAt: newAt, updatedAt: newAt }))
  return [
    remote('w1', { ...dueOn('2026-01-18'), ...done }),
    ...[20, 21, 21, 22, 22, 23].map((day, index) => remote(`w${index + 2}`, dueOn(`2026-01-${day}`))),
    remote('w8', {}),
    remote('w9', {}),
    ...(now >= newAt ? fresh : []),
    ...everyDay(now),
  ]
}

/** After the two days: one task a day that is made in the morning and done the day after. */
function everyDay(now: Instant): readonly RemoteTask[] {
  const days = Math.floor((now - start) / dayLength)
  return Array.from({ length: Math.max(0, days - 1) }, (_, index) => {
    const createdAt = start + (index + 2) * dayLength
    const completedAt = createdAt + 30 * hour
    const done = now >= completedAt ? ({ status: 'completed', completedAt, updatedAt: completedAt } as const) : {}
    return remote(`d${index}`, { createdAt, updatedAt: createdAt, ...done })
  })
}

export type Happening = { readonly at: Instant; readonly apply: (db: Writer) => void }

const memphis = aTask({ id: 'memphis', due: { kind: 'day', day: '2026-01-19' }, createdAt: start - 9 * dayLength, updatedAt: 0 })
const dinner = aPromise({ id: 'p-1', createdAt: start - 9 * dayLength })

function putOff(at: Instant, from: LocalDay, to: LocalDay): Happening {
  return {
    at,
    apply(db) {
      db.transaction(() => {
        updateTask(db, { ...memphis, due: { kind: 'day', day: to }, updatedAt: at })
        appendTaskEvent(db, { taskId: memphis.id, type: 'rescheduled', at, from, to })
      })
    },
  }
}

/** What the owner does, from a command line beside the operator. */
export const happenings: readonly Happening[] = [
  {
    at: start,
    apply(db) {
      db.transaction(() => {
        insertTask(db, memphis)
        for (const id of ['l-2', 'l-3']) insertTask(db, { ...memphis, id, title: `Local ${id}`, due: null })
        insertPromise(db, dinner)
        insertPromise(db, aPromise({ id: 'p-2', what: 'the slides', to: 'Sam', due: { kind: 'moment', at: start + 29 * hour } }))
        insertPromise(db, aPromise({ id: 'p-3', what: 'the keys', to: 'Kim', due: { kind: 'day', day: '2026-01-19' } }))
      })
    },
  },
  putOff(start + 8 * hour, '2026-01-19', '2026-01-21'),
  putOff(start + 19 * hour, '2026-01-21', '2026-01-22'),
  {
    at: start + 24 * hour + 30 * minute,
    apply: (db) => void updatePromise(db, { ...dinner, status: 'kept', updatedAt: start + 24 * hour }),
  },
  putOff(start + 30 * hour, '2026-01-22', '2026-01-25'),
]
