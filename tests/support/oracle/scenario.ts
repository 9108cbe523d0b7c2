import * as fc from 'fast-check'
import { addDays, formatInstant, instantAt, localDayOf } from '../../../main/domain/local-day.ts'
import { hourRules, type MonitorSettings } from '../../../main/domain/settings.ts'
import type { Snapshot } from '../../../main/domain/snapshot.ts'
import { promiseStatuses } from '../../../main/domain/promise.ts'
import type { Metric } from '../../../main/domain/reading.ts'
import { taskEventTypes, taskStatuses, type TaskEvent } from '../../../main/domain/task.ts'
import { promise } from '../builders/promise.ts'
import { reading } from '../builders/reading.ts'
import { monitorSettings } from '../builders/settings.ts'
import { snapshot } from '../builders/snapshot.ts'
import { task } from '../builders/task.ts'

export type Scenario = { readonly snapshot: Snapshot; readonly settings: MonitorSettings; readonly now: number }

/** Ordinary zones, half hours, a clock that changes by half an hour or at midnight, and the far ends of the world. */
const zones = [
  'America/Chicago',
  'Europe/Berlin',
  'UTC',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
]

/** Days on which clocks change here or there (spring and autumn, both hemispheres), the turn of a year, a leap day, and plain ones. */
const days = [
  '2026-01-20',
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-04-24',
  '2026-07-01',
  '2026-09-06',
  '2026-10-04',
  '2026-10-25',
  '2026-10-30',
  '2026-11-01',
  '2027-01-01',
  '2028-02-29',
]

/** At the hours the rules know, a minute to either side of them, around midnight, and anywhere. */
const minuteOfDay = fc.oneof(
  fc.tuple(fc.constantFrom(0, 1, 2, 3, 9, 14, 18), fc.constantFrom(-1, 0, 1)).map(([hour, shift]) => Math.max(0, hour * 60 + shift)),
  fc.constantFrom(0, 1, 1438, 1439),
  fc.integer({ min: 0, max: 1439 }),
)

/** Values around the thresholds of each metric, where mistakes live. */
const values: Readonly<Partial<Record<Metric, fc.Arbitrary<number>>>> = {
  readiness: fc.oneof(fc.constantFrom(49, 50, 51, 64, 65, 66), fc.integer({ min: 1, max: 100 })),
  recovery_index: fc.oneof(fc.constantFrom(39, 40, 59, 60, 61), fc.integer({ min: 1, max: 100 })),
  hrv_ms: fc.oneof(
    fc.constantFrom(60, 51, 45),
    fc.integer({ min: 20, max: 90 }),
    fc.integer({ min: 200, max: 900 }).map((tenths) => tenths / 10),
  ),
  sleep_hours: fc.oneof(
    fc.constantFrom(4.99, 5, 5.99, 6, 6.99, 7, 7.01),
    fc.integer({ min: 30, max: 100 }).map((tenths) => tenths / 10),
  ),
  stress_load: fc.oneof(fc.constantFrom(75, 75.1, 85, 85.1), fc.integer({ min: 0, max: 100 })),
}

function readingsUpTo(today: string): fc.Arbitrary<Snapshot['readings']> {
  const perMetric = Object.entries(values).map(([metric, value]) =>
    fc
      .record({
        // How many days ago the newest one is, and which of the days before have one.
        newest: fc.constantFrom(0, 0, 1, 1, 2, 3),
        present: fc.array(fc.boolean(), { minLength: 3, maxLength: 40 }),
        dense: fc.boolean(),
        all: fc.array(value, { minLength: 40, maxLength: 40 }),
        basis: fc.constantFrom(null, 0, 59, 60, 61, 300),
      })
      .map(({ newest, present, dense, all, basis }) =>
        present.flatMap((isPresent, index) =>
          isPresent || dense
            ? [
                reading(metric as Metric, addDays(today, -newest - index), all[index] ?? 1, {
                  basisMinutes: metric === 'stress_load' ? basis : null,
                }),
              ]
            : [],
        ),
      ),
  )
  return fc.tuple(...perMetric).map((all) => all.flat().toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)))
}

/** A date near today: a day, or a moment to the minute. */
function dueNear(today: string, now: number): fc.Arbitrary<string | null> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.integer({ min: -4, max: 4 }).map((days) => addDays(today, days)) },
    { weight: 3, arbitrary: fc.integer({ min: -3_000, max: 3_000 }).map((minutes) => new Date(now + minutes * 60_000).toISOString()) },
    { weight: 1, arbitrary: fc.constantFrom(0, 24 * 60, 24 * 60 + 1).map((minutes) => new Date(now + minutes * 60_000).toISOString()) },
  )
}

/** As events keep them: a day, a moment in UTC, or the same with the offset of the zone. */
function eventDate(today: string, now: number, zone: string): fc.Arbitrary<string | null> {
  return fc.oneof(
    dueNear(today, now),
    fc.integer({ min: -3_000, max: 3_000 }).map((minutes) => formatInstant(now + minutes * 60_000, zone)),
  )
}

const ids = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10', 't11', 't12']

function eventsNear(today: string, now: number, zone: string): fc.Arbitrary<readonly TaskEvent[]> {
  const event = fc.record({
    taskId: fc.constantFrom(...ids),
    type: fc.oneof(fc.constantFrom(...taskEventTypes), fc.constantFrom('created', 'completed', 'rescheduled', 'rescheduled')),
    // Never the very millisecond at which the look-back begins: the text does not say to whom it belongs.
    at: fc.integer({ min: -60, max: 9 * 24 * 60 }).map((minutes) => now - minutes * 60_000 + 7),
    from: eventDate(today, now, zone),
    to: eventDate(today, now, zone),
  })
  // A day on which much was touched, and a week in which much was taken on.
  const busy = fc.record({
    taskId: fc.constantFrom(...ids),
    type: fc.constantFrom('worked' as const, 'created' as const),
    at: fc.integer({ min: 0, max: 700 }).map((minutes) => now - minutes * 60_000),
    from: fc.constant(null),
    to: fc.constant(null),
  })
  return fc
    .tuple(
      fc.array(event, { maxLength: 40 }),
      fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(busy, { minLength: 8, maxLength: 30 })),
    )
    .map((events) => events.flat().toSorted((a, b) => a.at - b.at))
}

function tasksNear(today: string, now: number): fc.Arbitrary<Snapshot['tasks']> {
  return fc
    .array(
      fc.record({
        status: fc.oneof(
          { weight: 4, arbitrary: fc.constant('pending' as const) },
          { weight: 2, arbitrary: fc.constantFrom(...taskStatuses) },
        ),
        due: dueNear(today, now),
        client: fc.constantFrom(null, 'Memphis', 'Orion', 'Aqua', 'Baker', 'Cedar', 'Delta'),
      }),
      { maxLength: ids.length, size: 'max' },
    )
    .map((all) => all.map((each, index) => task(ids[index] ?? 't1', each)))
}

function promisesNear(today: string, now: number): fc.Arbitrary<Snapshot['promises']> {
  return fc
    .array(fc.record({ status: fc.oneof(fc.constant('active' as const), fc.constantFrom(...promiseStatuses)), due: dueNear(today, now) }), {
      maxLength: 5,
    })
    .map((all) => all.map((each, index) => promise(`p${index}`, each)))
}

const everyRule = [
  'readiness',
  'hrv',
  'sleep',
  'stress',
  'recovery',
  'stale',
  'overdue',
  'procrastination',
  'energy_decline',
  'overcommitment',
  'sleep_debt',
  'context_switching',
  ...hourRules,
]

const someSettings: fc.Arbitrary<MonitorSettings> = fc
  .record({
    off: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray(everyRule) }),
    hours: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 9, 14, 18, 23), { maxLength: 4 }) },
    ),
  })
  .map(({ off, hours }) => {
    const plain = monitorSettings()
    const own =
      hours === null
        ? plain.tasks.hours
        : { due_today: hours, due_tomorrow: hours, pile_up: hours, commitment: hours, commitment_due: hours }
    return monitorSettings({ health: { rules_off: off }, tasks: { rules_off: off, hours: own }, patterns: { rules_off: off } })
  })

/** Everything the rules may meet. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    zone: fc.constantFrom(...zones),
    day: fc.constantFrom(...days),
    minute: minuteOfDay,
    milliseconds: fc.constantFrom(0, 0, 1, 59_999),
  })
  .chain(({ zone, day, minute, milliseconds }) => {
    const now = instantAt(day, minute, zone) + milliseconds
    const today = localDayOf(now, zone)
    const slots = fc.subarray(hourRules.flatMap((rule) => [0, 9, 14, 18].map((hour) => `${rule} ${today} ${hour}`)))
    return fc.record({
      now: fc.constant(now),
      settings: someSettings,
      snapshot: fc
        .record({
          zone: fc.constant(zone),
          readings: readingsUpTo(today),
          tasks: tasksNear(today, now),
          taskEvents: eventsNear(today, now, zone),
          reportedProcrastination: fc.constantFrom(new Map<string, number>(), new Map([['Task t1', 2]])),
          promises: promisesNear(today, now),
          usedSlots: fc.oneof(fc.constant<string[]>([]), slots).map((used) => new Set(used)),
        })
        .map(snapshot),
    })
  })
