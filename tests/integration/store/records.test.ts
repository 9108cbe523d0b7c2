import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertCapture, listCaptures } from '../../../main/store/captures.ts'
import { insertClassification, listClassifications, loadReviewQueue, updateClassification } from '../../../main/store/classifications.ts'
import { loadUsedSlots, useSlots } from '../../../main/store/hour-slots.ts'
import { loadMonitorStates, saveMonitorState } from '../../../main/store/monitor-states.ts'
import { loadMutes, muteRule, unmuteRule } from '../../../main/store/mutes.ts'
import { loadOperatorState, saveOperatorState } from '../../../main/store/operator-state.ts'
import { findPromise, insertPromise, loadOwedPromises, updatePromise } from '../../../main/store/promises.ts'
import { listMetric, loadReadings, newestReading, saveReadings } from '../../../main/store/readings.ts'
import { createSourceMemory, loadSourceStates } from '../../../main/store/source-states.ts'
import { appendTaskEvent, listTaskEvents, loadTaskEvents } from '../../../main/store/task-events.ts'
import {
  findTask,
  findTaskBySource,
  insertTask,
  listTasks,
  loadActiveTasks,
  loadSnapshotTasks,
  updateTask,
} from '../../../main/store/tasks.ts'
import { aPromise, aReading, aTask } from '../../support/records.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

describe('readings', () => {
  it('count what was added, changed and unchanged', () => {
    const db = testDatabase()
    expect(saveReadings(db, [aReading(), aReading({ day: '2026-01-19' })])).toEqual({ added: 2, changed: 0, unchanged: 0 })
    expect(saveReadings(db, [aReading(), aReading({ day: '2026-01-19', value: 70 })])).toEqual({ added: 0, changed: 1, unchanged: 1 })
  })

  it('keep the time a value first arrived while it stays the same', () => {
    const db = testDatabase()
    saveReadings(db, [aReading()])
    saveReadings(db, [aReading({ readAt: testNow + 1 })])
    expect(newestReading(db)).toEqual(aReading())
    saveReadings(db, [aReading({ readAt: testNow + 2, value: 63 })])
    expect(newestReading(db)).toEqual(aReading({ readAt: testNow + 2, value: 63 }))
  })

  it('of several sources give the one that arrived last', () => {
    const db = testDatabase()
    saveReadings(db, [aReading({ source: 'csv', value: 40, readAt: testNow + 1 }), aReading(), aReading({ day: '2026-01-19' })])
    const expected = [aReading({ day: '2026-01-19' }), aReading({ source: 'csv', value: 40, readAt: testNow + 1 })]
    expect(loadReadings(db, { from: '2026-01-19', to: '2026-01-20' })).toEqual(expected)
    expect(listMetric(db, 'readiness', '2026-01-19', '2026-01-20')).toEqual(expected)
    expect(loadReadings(db, { from: '2026-01-20', to: '2026-01-20', metrics: ['steps'] })).toEqual([])
  })

  it('know the newest day, also among some sources', () => {
    const db = testDatabase()
    expect(newestReading(db)).toBeUndefined()
    saveReadings(db, [aReading({ day: '2026-01-19', source: 'csv' }), aReading()])
    expect(newestReading(db)?.day).toBe('2026-01-20')
    expect(newestReading(db, ['csv'])?.day).toBe('2026-01-19')
  })

  it('saved twice are saved once', () => {
    const reading = fc.record({
      metric: fc.constantFrom('readiness' as const, 'steps' as const),
      day: fc.constantFrom('2026-01-18', '2026-01-19'),
      value: fc.integer({ min: 0, max: 100 }),
      source: fc.constantFrom('oura', 'csv'),
    })
    const distinct = fc.uniqueArray(reading, { selector: ({ metric, day, source }) => `${metric} ${day} ${source}` })
    const db = testDatabase()
    fc.assert(
      fc.property(distinct, (some) => {
        db.run('DELETE FROM readings')
        const readings = some.map((each) => aReading(each))
        saveReadings(db, readings)
        const once = db.all('SELECT * FROM readings')
        const again = readings.map((each) => ({ ...each, readAt: testNow + 5 }))
        expect(saveReadings(db, again)).toEqual({ added: 0, changed: 0, unchanged: readings.length })
        expect(db.all('SELECT * FROM readings')).toEqual(once)
      }),
      { numRuns: 50 },
    )
  })
})

describe('tasks', () => {
  it.each([
    ['a day', { kind: 'day', day: '2026-01-18' } as const],
    ['a moment', { kind: 'moment', at: testNow } as const],
    ['nothing', null],
  ])('due on %s come back as they were saved', (_name, due) => {
    const db = testDatabase()
    insertTask(db, aTask({ due, plannedDay: '2026-01-17', notes: 'n' }))
    expect(findTask(db, 't-1')).toEqual(aTask({ due, plannedDay: '2026-01-17', notes: 'n' }))
    expect(updateTask(db, aTask({ title: 'New' }))).toBe(true)
    expect(findTask(db, 't-1')?.title).toBe('New')
    expect(updateTask(db, aTask({ id: 'other' }))).toBe(false)
  })

  it('of a source are known by its own id, each once', () => {
    const db = testDatabase()
    insertTask(db, aTask({ source: 'workos', sourceId: '7' }))
    expect(findTaskBySource(db, 'workos', '7')?.id).toBe('t-1')
    expect(() => insertTask(db, aTask({ id: 't-2', source: 'workos', sourceId: '7' }))).toThrow(/UNIQUE/)
  })

  it('are listed by status, source, client and words', () => {
    const db = testDatabase()
    insertTask(db, aTask({ id: 'a', client: 'Orlando' }))
    insertTask(db, aTask({ id: 'b', status: 'completed', notes: '50% done' }))
    const ids = (filter: Parameters<typeof listTasks>[1]) => listTasks(db, filter).map(({ id }) => id)
    expect([ids({}), ids({ statuses: ['completed'] }), ids({ client: 'Orlando' }), ids({ search: '50%' }), ids({ limit: 1 })]).toEqual([
      ['a', 'b'],
      ['b'],
      ['a'],
      ['b'],
      ['a'],
    ])
    expect(loadActiveTasks(db).map(({ id }) => id)).toEqual(['a'])
  })

  it('of a snapshot are the open ones and those that recent events speak of', () => {
    const db = testDatabase()
    insertTask(db, aTask({ id: 'backlog', status: 'backlog' }))
    insertTask(db, aTask({ id: 'done-now', status: 'completed' }))
    insertTask(db, aTask({ id: 'done-long-ago', status: 'completed' }))
    appendTaskEvent(db, { taskId: 'done-now', type: 'completed', at: testNow, from: null, to: null })
    appendTaskEvent(db, { taskId: 'done-long-ago', type: 'completed', at: testNow - 1, from: null, to: null })
    expect(loadSnapshotTasks(db, testNow).map(({ id }) => id)).toEqual(['backlog', 'done-now'])
  })

  it('keep each event once', () => {
    const db = testDatabase()
    insertTask(db, aTask())
    const event = { taskId: 't-1', type: 'rescheduled', at: testNow, from: '2026-01-18', to: null } as const
    expect([appendTaskEvent(db, event), appendTaskEvent(db, event), appendTaskEvent(db, { ...event, to: '2026-01-19' })]).toEqual([
      true,
      false,
      true,
    ])
    expect(loadTaskEvents(db, testNow)).toEqual(listTaskEvents(db, 't-1'))
    expect(loadTaskEvents(db, testNow)).toEqual([event, { ...event, to: '2026-01-19' }])
    expect(() => appendTaskEvent(db, { ...event, taskId: 'unknown' })).toThrow(/FOREIGN KEY/)
  })
})

describe('promises', () => {
  it('come back as they were saved and are owed until kept', () => {
    const db = testDatabase()
    insertPromise(db, aPromise())
    insertPromise(db, aPromise({ id: 'p-2', status: 'renegotiated', due: null }))
    expect(findPromise(db, 'p-1')).toEqual(aPromise())
    expect(updatePromise(db, aPromise({ status: 'kept' }))).toBe(true)
    expect(loadOwedPromises(db).map(({ id }) => id)).toEqual(['p-2'])
  })
})

describe('what the operator remembers', () => {
  it('has hour slots used once', () => {
    const db = testDatabase()
    const slot = { rule: 'due_today', day: '2026-01-20', hour: 9 }
    useSlots(db, [slot, slot])
    useSlots(db, [slot, { ...slot, day: '2026-01-18' }])
    expect(loadUsedSlots(db, '2026-01-19')).toEqual(new Set(['due_today 2026-01-20 9']))
  })

  it('has monitor states, mutes, and values by name', () => {
    const db = testDatabase()
    const state = { monitor: 'health', lastCheck: testNow, durationMs: 2.5, alertsGenerated: 1, nextDue: testNow + 1, error: null } as const
    saveMonitorState(db, { ...state, error: 'x' })
    saveMonitorState(db, state)
    expect(loadMonitorStates(db)).toEqual([state])
    muteRule(db, 'sleep', null)
    muteRule(db, 'hrv', testNow + 1)
    expect(loadMutes(db, testNow)).toEqual(
      new Map([
        ['hrv', testNow + 1],
        ['sleep', null],
      ]),
    )
    expect([unmuteRule(db, 'sleep'), unmuteRule(db, 'sleep')]).toEqual([true, false])
    expect(loadMutes(db, testNow + 1).size).toBe(0)
    saveOperatorState(db, { run_count: 1, metrics: { a: [1] } })
    saveOperatorState(db, { run_count: 2 })
    expect(loadOperatorState(db)).toEqual(
      new Map<string, unknown>([
        ['run_count', 2],
        ['metrics', { a: [1] }],
      ]),
    )
  })

  it('has the state of a source and its last good value', () => {
    const memory = createSourceMemory(testDatabase())
    expect([memory.load('oura'), memory.recall('oura')]).toEqual([null, null])
    const state = {
      name: 'oura',
      condition: 'unreachable',
      circuit: 'open',
      lastSuccess: testNow,
      lastError: 'no route',
      from: 'cache',
      retryAt: testNow + 1,
      consecutiveFailures: 3,
      trips: 1,
    } as const
    memory.save({ state, openings: 2 })
    memory.remember('oura', { readings: [1] }, testNow)
    expect(memory.load('oura')).toEqual({ state, openings: 2 })
    expect(memory.recall('oura')).toEqual({ value: { readings: [1] }, readAt: testNow })
    const db = testDatabase()
    createSourceMemory(db).save({ state, openings: 0 })
    expect(loadSourceStates(db)).toEqual([state])
  })
})

describe('captures', () => {
  it('are neither changed nor deleted', () => {
    const db = testDatabase()
    insertCapture(db, { id: 'c-1', text: 'call Sam', at: testNow, origin: 'cli' })
    expect(() => db.run(`UPDATE captures SET text = 'x'`)).toThrow(/kept as it was entered/)
    expect(() => db.run('DELETE FROM captures')).toThrow(/never deleted/)
  })

  it('are listed page by page, the newest first', () => {
    const db = testDatabase()
    for (const id of ['a', 'b', 'c']) insertCapture(db, { id, text: id, at: testNow, origin: 'cli' })
    const [first, second] = listCaptures(db, { limit: 2 })
    expect([first?.id, second?.id]).toEqual(['c', 'b'])
    expect(listCaptures(db, { limit: 2, before: second }).map(({ id }) => id)).toEqual(['a'])
  })

  it('have classifications of their own, which wait for review until decided', () => {
    const db = testDatabase()
    insertCapture(db, { id: 'c-1', text: 'call Sam', at: testNow, origin: 'cli' })
    const answer = {
      id: 'k-1',
      captureId: 'c-1',
      classifier: 'rules',
      class: 'personal_task',
      confidence: 0.5,
      review: true,
      answer: { title: 'call Sam' },
      at: testNow,
      state: 'proposed',
    } as const
    insertClassification(db, answer)
    expect(loadReviewQueue(db)).toEqual([answer])
    expect(updateClassification(db, 'k-1', { state: 'accepted' })).toBe(true)
    expect(loadReviewQueue(db)).toEqual([])
    updateClassification(db, 'k-1', { state: 'undone', answer: { title: 'call Sam', task: 't-1' } })
    expect(listClassifications(db, 'c-1')).toMatchObject([{ state: 'undone', answer: { task: 't-1' } }])
  })
})
