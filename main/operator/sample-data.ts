import { dayLength, hour, type Instant } from '../domain/instant.ts'
import { addDays, localDayOf, type LocalDay, type TimeZone } from '../domain/local-day.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Metric, Reading } from '../domain/reading.ts'
import type { Task } from '../domain/task.ts'
import { saveAlert, loadStandingAlerts } from '../store/alerts.ts'
import { dataKinds } from '../store/data-kinds.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import { insertPromise } from '../store/promises.ts'
import { saveReadings } from '../store/readings.ts'
import { deleteSampleCaptures } from '../store/captures.ts'
import { appendTaskEvent } from '../store/task-events.ts'
import { insertTask } from '../store/tasks.ts'
import { addSampleCaptures, type ReadSample } from './sample-captures.ts'

export type SampleCounts = { readonly readings: number; readonly tasks: number; readonly promises: number }

/** Days of history before the fortnight, so that a personal baseline exists. */
const days = 44

/** Chance that is the same every time: between -1 and 1, gentle more often than not. */
function chance(day: number, series: number): number {
  const uniform = (seed: number) => {
    const x = Math.sin(day * 12.9898 + seed * 78.233) * 43_758.5453
    return x - Math.floor(x)
  }
  return (uniform(series) + uniform(series + 17) + uniform(series + 41)) / 1.5 - 1
}

function around(middle: number, spread: number, day: number, series: number): number {
  return Math.round((middle + spread * chance(day, series)) * 10) / 10
}

/** Values by days ago: an ordinary month, then a week that goes downhill and a bad last night. */
function valuesOf(ago: number): Readonly<Partial<Record<Metric, number>>> {
  const strain = Math.max(0, 6 - ago)
  return {
    readiness: ago === 0 ? 48 : Math.round(around(80, 9, ago, 1) - strain * 4),
    recovery_index: ago === 0 ? 52 : Math.round(around(82, 10, ago, 2) - strain * 2),
    hrv_ms: ago === 0 ? 39 : Math.round(around(52, 7, ago, 3) - strain),
    sleep_hours: ago === 0 ? 5.3 : Math.min(6.8 + (ago > 3 ? 9 : 0), around(7.4, 0.9, ago, 4)),
    resting_heart_rate: Math.round(around(54, 2.5, ago, 5) + strain * 0.8),
    stress_load: ago === 1 ? 79 : Math.round(around(46, 14, ago, 6) + strain * 2),
    steps: Math.round(around(8_200, 3_600, ago, 7)),
  }
}

function readingsFor(today: LocalDay, now: Instant): readonly Reading[] {
  return Array.from({ length: days }, (_, ago) => ago).flatMap((ago) =>
    // A missing night, as there is in everybody's data.
    ago === 9
      ? []
      : Object.entries(valuesOf(ago)).map(([metric, value]) => ({
          metric: metric as Metric, // the keys of valuesOf
          day: addDays(today, -ago),
          value,
          source: 'sample',
          readAt: now,
          basisMinutes: metric === 'stress_load' ? 240 : null,
        })),
  )
}

type SampleTask = {
  readonly title: string
  readonly dueIn: number | null
  readonly client: string | null
  readonly madeAgo: number
  readonly movedTimes?: number
  readonly done?: boolean
}

const sampleTasks: readonly SampleTask[] = [
  { title: 'Memphis report', dueIn: -2, client: 'Memphis', madeAgo: 12, movedTimes: 4 },
  { title: 'Raleigh follow-up', dueIn: -1, client: 'Raleigh', madeAgo: 6 },
  { title: 'Renew the passport', dueIn: -1, client: null, madeAgo: 20 },
  { title: 'ScottCare call notes', dueIn: 0, client: 'ScottCare', madeAgo: 3 },
  { title: 'Book the dentist', dueIn: 0, client: null, madeAgo: 4 },
  { title: 'Orlando kick-off slides', dueIn: 1, client: 'Orlando', madeAgo: 2 },
  { title: 'Order running shoes', dueIn: 5, client: null, madeAgo: 5 },
  { title: 'Read the insurance offer', dueIn: null, client: null, madeAgo: 6 },
  { title: 'Send the January invoice', dueIn: -3, client: 'Memphis', madeAgo: 8, done: true },
]

function addTasks(db: Writer, today: LocalDay, now: Instant): void {
  sampleTasks.forEach(({ title, dueIn, client, madeAgo, movedTimes = 0, done = false }, index) => {
    const id = `sample-task-${index + 1}`
    const createdAt = now - madeAgo * dayLength
    const completedAt = done ? now - dayLength : null
    const task: Task = {
      id,
      title,
      client,
      createdAt,
      completedAt,
      notes: null,
      plannedDay: null,
      effortMinutes: null,
      drain: null,
      sourceId: null,
      status: done ? 'completed' : 'pending',
      priority: index === 0 ? 'p1' : null,
      due:
        dueIn === null
          ? null
          : {
              kind: 'day',
              day: addDays(today, dueIn),
            },
      source: 'sample',
      updatedAt: now,
    }
    insertTask(db, task)
    appendTaskEvent(db, { taskId: id, type: 'created', at: createdAt, from: null, to: null })
    for (let move = 0; move < movedTimes; move += 1) {
      const [from, to] = [addDays(today, move - movedTimes - 2), addDays(today, move - movedTimes - 1)]
      appendTaskEvent(db, { taskId: id, type: 'rescheduled', at: now - (movedTimes - move) * dayLength - hour, from, to })
    }
    if (completedAt !== null) appendTaskEvent(db, { taskId: id, type: 'completed', at: completedAt, from: null, to: null })
  })
}

/** Fills an empty operator with a clearly marked fortnight; `thoughts` as `readSampleCaptures` gives them. Throws OperatorError `refused` where there is data of the owner's own or a sample already. */
export function addSampleData(db: Writer, now: Instant, zone: TimeZone, thoughts: readonly ReadSample[]): SampleCounts {
  const kinds = dataKinds(db)
  if (kinds.sample) throw new OperatorError('refused', 'The sample data is there already. Remove it with `thanos sample remove`.')
  if (kinds.own)
    throw new OperatorError(
      'refused',
      'There is data of your own, and sample data beside it would mix with it. Use another folder: --data DIR.',
    )
  const today = localDayOf(now, zone)
  const readings = readingsFor(today, now)
  return db.transaction(() => {
    saveReadings(db, readings)
    addTasks(db, today, now)
    const promise = { status: 'active', source: 'sample', createdAt: now - 9 * dayLength, updatedAt: now } as const
    insertPromise(db, {
      ...promise,
      id: 'sample-promise-1',
      what: 'date night',
      to: 'Ashley',
      due: { kind: 'day', day: addDays(today, -3) },
    })
    insertPromise(db, { ...promise, id: 'sample-promise-2', what: 'the slides', to: 'Sam', due: { kind: 'day', day: today } })
    addSampleCaptures(db, thoughts, now, zone)
    const counts = { readings: readings.length, tasks: sampleTasks.length, promises: 2 }
    appendJournal(db, [{ at: now, type: 'sample_added', source: 'owner', severity: 'info', title: 'Sample data added', data: counts }])
    return counts
  })
}

/** Takes every trace of the sample out in one step; alerts that rest on it are resolved. */
export function removeSampleData(db: Writer, now: Instant): SampleCounts {
  return db.transaction(() => {
    for (const alert of loadStandingAlerts(db)) {
      const { evidence, members, subject } = alert
      const isSample =
        evidence['source'] === 'sample' || members.some((id) => id.startsWith('sample-')) || subject?.id.startsWith('sample-') === true
      const restsOnReadings =
        alert.monitor === 'health' || subject?.kind === 'metric' || alert.rule === 'overcommitment' || alert.rule === 'context_switching'
      if (isSample || restsOnReadings) {
        saveAlert(db, {
          ...alert,
          state: 'resolved',
          closedAt: alert.closedAt ?? now,
          closedBy: alert.closedBy ?? 'owner',
          clearedAt: now,
          heldForMorning: false,
        })
      }
    }
    deleteSampleCaptures(db)
    const remove = (table: 'readings' | 'tasks' | 'promises') => db.run(`DELETE FROM ${table} WHERE source = 'sample'`).changes
    const counts = { readings: remove('readings'), tasks: remove('tasks'), promises: remove('promises') }
    appendJournal(db, [{ at: now, type: 'sample_removed', source: 'owner', severity: 'info', title: 'Sample data removed', data: counts }])
    return counts
  })
}
