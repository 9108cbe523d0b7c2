import { join } from 'node:path'
import { dayLength } from '../../main/domain/instant.ts'
import { addDays } from '../../main/domain/local-day.ts'
import { importableMetrics, type Reading } from '../../main/domain/reading.ts'
import { databaseName } from '../../main/operator/open-sound.ts'
import type { Operator } from '../../main/operator/operator.ts'
import { saveAlert } from '../../main/store/alerts.ts'
import { openDatabase } from '../../main/store/database.ts'
import { saveReadings } from '../../main/store/readings.ts'
import { appendTaskEvent } from '../../main/store/task-events.ts'
import { insertTask } from '../../main/store/tasks.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { anAlert, aTask } from '../support/records.ts'
import { openTestOperator } from '../support/test-operator-process.ts'

const start = Date.parse('2026-01-20T15:05:00Z')

export type Size = {
  readonly tasks: number
  /** All of them due by today, the view that the tasks open with; otherwise they are spread over two months. */
  readonly areTasksDue?: boolean
  readonly years: number
  readonly alerts: number
}

/** An operator after years of use; the clock moves a quarter of an hour when asked, so that every cycle has work. */
export async function largeOperator(folder: string, size: Size): Promise<{ readonly operator: Operator; readonly clock: FakeClock }> {
  const clock = new FakeClock(start)
  const operator = await openTestOperator(folder, clock, null)
  const db = openDatabase(join(folder, 'data', databaseName), { now: start })
  db.transaction(() => {
    const readings: Reading[] = []
    for (let ago = 0; ago < size.years * 365; ago += 1) {
      for (const metric of importableMetrics) {
        readings.push({
          metric,
          day: addDays('2026-01-20', -ago),
          value: 50 + (ago % 30),
          source: 'oura',
          readAt: start,
          basisMinutes: null,
        })
      }
    }
    saveReadings(
      db,
      readings.map((reading) => (reading.metric === 'sleep_hours' ? { ...reading, value: 7.5 } : reading)),
    )
    for (let index = 0; index < size.tasks; index += 1) {
      const id = `task-${index}`
      const createdAt = start - (index % 400) * dayLength
      insertTask(
        db,
        aTask({
          id,
          title: `Task ${index}`,
          client: `Client ${index % 4}`,
          createdAt,
          due: { kind: 'day', day: addDays('2026-01-20', size.areTasksDue === true ? -(index % 60) : (index % 60) - 3) },
        }),
      )
      appendTaskEvent(db, { taskId: id, type: 'created', at: createdAt, from: null, to: null })
    }
    for (let index = 0; index < size.alerts; index += 1) {
      saveAlert(db, anAlert({ id: `alert-${index}`, key: `other:thing:${index}`, monitor: 'operator', rule: 'thing' }))
    }
  })
  db.close()
  return { operator, clock }
}
