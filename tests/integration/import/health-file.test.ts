import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readOuraCache } from '../../../main/adapters/oura/cache-database.ts'
import { importHealthFile, importPromiseFile, importTaskFile } from '../../../main/operator/import-files.ts'
import { listJournal } from '../../../main/store/journal.ts'
import { loadReadings } from '../../../main/store/readings.ts'
import { listTaskEvents, loadTaskEvents } from '../../../main/store/task-events.ts'
import { findTask, listTasks, updateTask } from '../../../main/store/tasks.ts'
import { listPromises } from '../../../main/store/promises.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const chicago = 'America/Chicago'

function file(name: string, content: string): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

function importedValues(path: string): Readonly<Record<string, number>> {
  const db = testDatabase()
  importHealthFile(db, path, testNow)
  return Object.fromEntries(loadReadings(db, { from: '2000-01-01', to: '2999-12-31' }).map(({ metric, value }) => [metric, value]))
}

const readiness =
  'id;contributors;day;score;temperature_deviation;timestamp\nr1;"{""activity_balance"": 80, ""recovery_index"": 55}";2026-01-20;62;-0.1;2026-01-20T00:00:00+00:00\n'
const dailySleep =
  'id;contributors;day;score;timestamp\ns1;"{""deep_sleep"": 90, ""total_sleep"": 70}";2026-01-20;71;2026-01-20T00:00:00+00:00\n'
const sleepPeriods =
  'id;average_hrv;bedtime_start;day;lowest_heart_rate;total_sleep_duration;type\n' +
  'p1;41;2026-01-19T23:00:00-06:00;2026-01-20;52;21600;long_sleep\n' +
  'p2;;2026-01-20T14:00:00-06:00;2026-01-20;;1800;sleep\n' +
  'p3;90;2026-01-20T16:00:00-06:00;2026-01-20;40;3600;deleted\n'
const stress = 'id;day;day_summary;recovery_high;stress_high\nd1;2026-01-20;stressful;1800;5400\n'
const activity = 'id;class_5_min;day;non_wear_time;score;steps\na1;"0011";2026-01-20;5400;80;9000\n'

const wholeDay = {
  readiness: 62,
  recovery_index: 55,
  sleep_score: 71,
  sleep_hours: 6.5,
  hrv_ms: 41,
  resting_heart_rate: 52,
  stress_load: 75,
  activity_score: 80,
  steps: 9000,
  non_wear_hours: 1.5,
}

function exportFolder(): string {
  const folder = temporaryFolder()
  const parts = {
    dailyreadiness: readiness,
    dailysleep: dailySleep,
    sleepmodel: sleepPeriods,
    dailystress: stress,
    dailyactivity: activity,
  }
  for (const [name, content] of Object.entries(parts)) writeFileSync(join(folder, `${name}.csv`), content)
  writeFileSync(join(folder, 'heartrate.csv'), 'bpm;source;timestamp\n60;awake;2026-01-20T00:00:00Z\n')
  writeFileSync(join(folder, 'workout.csv'), 'id;activity;day\nw1;running;2026-01-20\n')
  return folder
}

describe('health data from a file', () => {
  it('comes in once, however often it is imported', () => {
    const db = testDatabase()
    const path = file('health.csv', 'day,metric,value\n2026-01-20,readiness,62\n2026-01-20,steps,-4\n')
    expect(importHealthFile(db, path, testNow)).toEqual({
      kind: 'csv',
      read: 2,
      added: 1,
      changed: 0,
      unchanged: 0,
      skipped: [{ line: 3, reason: 'steps -4 is outside 0 to 200000' }],
    })
    expect(importHealthFile(db, path, testNow + 1000)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect(listJournal(db, { limit: 10 })).toHaveLength(1)
  })

  it('may be the folder of an Oura export', () => {
    expect(importedValues(exportFolder())).toEqual(wholeDay)
  })

  it('may be the zip of an Oura export', () => {
    const folder = exportFolder()
    const zip = join(temporaryFolder(), 'export.zip')
    const script = 'import shutil, sys; shutil.make_archive(sys.argv[1][:-4], "zip", sys.argv[2])'
    execFileSync('python3', ['-c', script, zip, folder])
    expect(importedValues(zip)).toEqual(wholeDay)
    writeFileSync(zip, readFileSync(zip).subarray(0, 300))
    expect(() => importedValues(zip)).toThrow(/zip archive cannot be read/)
  })

  it('may be one JSON file of an Oura export', () => {
    const content = {
      daily_readiness: [{ id: 'r1', day: '2026-01-20', score: 62, contributors: { recovery_index: 55 }, timestamp: '…' }],
      daily_sleep: [{ id: 's1', day: '2026-01-20', score: 71, contributors: { total_sleep: 70 } }],
      sleep: [{ id: 'p1', day: '2026-01-20', type: 'long_sleep', total_sleep_duration: 23400, average_hrv: 41, lowest_heart_rate: 52 }],
      daily_stress: [{ id: 'd1', day: '2026-01-20', stress_high: 5400, recovery_high: 1800, day_summary: null }],
      daily_activity: [{ id: 'a1', day: '2026-01-20', score: 80, steps: 9000, non_wear_time: 5400 }],
      workout: [{ id: 'w1', day: '2026-01-20', activity: 'running' }],
    }
    expect(importedValues(file('oura.json', JSON.stringify(content)))).toEqual(wholeDay)
  })

  it('may be what the API answers', () => {
    const content = { data: [{ id: 's1', day: '2026-01-20', score: 71, contributors: {} }], next_token: null }
    expect(importedValues(file('daily_sleep.json', JSON.stringify(content)))).toEqual({ sleep_score: 71 })
  })

  it('may be the older table of trends', () => {
    const text =
      'date,Sleep Score,Total Sleep Score,Total Sleep Duration,Average HRV,Lowest Resting Heart Rate,Readiness Score,Recovery Index Score,Activity Score,Steps\n' +
      '2026-01-20,71,70,23400,41,52,62,55,80,9000\n2026-01-21,None,None,None,None,None,None,None,None,None\n'
    const { stress_load: _stress, non_wear_hours: _worn, ...rest } = wholeDay
    expect(importedValues(file('oura_trends.csv', text))).toEqual(rest)
  })

  it('names the line that cannot be read and takes the others', () => {
    const db = testDatabase()
    const path = file('dailyreadiness.csv', `${readiness}r2;"{}";yesterday;70;0;…\n`)
    const report = importHealthFile(db, path, testNow)
    expect(report).toMatchObject({ kind: 'oura_export', added: 2, skipped: [{ line: 3 }] })
    expect(report.skipped[0]?.reason).toContain('not a day')
  })

  it.each([
    ['an empty file', ''],
    ['a letter', 'Dear Sir or Madam'],
    ['a table of something else', 'date,weight\n2026-01-20,80\n'],
    ['JSON of something else', '{"weather":[{"day":"2026-01-20","rain":true}]}'],
  ])('is not found in %s', (_name, content) => {
    expect(() => importHealthFile(testDatabase(), file('what.txt', content), testNow)).toThrow(/holds no health data that is known here/)
  })

  it('is not found where there is no file', () => {
    expect(() => importHealthFile(testDatabase(), '/nowhere/health.csv', testNow)).toThrow('There is no file /nowhere/health.csv.')
  })
})

function cache(statements: string): string {
  const path = join(temporaryFolder(), 'oura-health.db')
  const db = new Database(path)
  db.exec(statements)
  db.close()
  return path
}
const table = (name: string) => `CREATE TABLE ${name} (id TEXT, day TEXT, data TEXT, cached_at INTEGER, expires_at INTEGER);`
const row = (name: string, document: unknown) =>
  `INSERT INTO ${name} VALUES ('x', '2026-01-20', '${typeof document === 'string' ? document : JSON.stringify(document)}', 1768900000, 0);`

const full = () =>
  cache(
    `${table('sleep_data')} ${table('readiness_data')} ${table('activity_data')}` +
      row('sleep_data', { id: 'p1', day: '2026-01-20', type: 'long_sleep', total_sleep_duration: 23400, average_hrv: 41 }) +
      row('sleep_data', { id: 's1', day: '2026-01-20', score: 71, contributors: null }) +
      row('readiness_data', { id: 'r1', day: '2026-01-20', score: 62, contributors: { recovery_index: 55 } }) +
      row('activity_data', { id: 'a1', day: '2026-01-20', score: 80, steps: 9000 }),
  )

describe('an Oura cache database', () => {
  it('is imported like any other file', () => {
    expect(importedValues(full())).toEqual({
      readiness: 62,
      recovery_index: 55,
      sleep_score: 71,
      sleep_hours: 6.5,
      hrv_ms: 41,
      activity_score: 80,
      steps: 9000,
    })
  })

  it('gives only the days asked for, and says when it was last fed', () => {
    const content = readOuraCache(full(), { source: 'oura', range: { from: '2026-01-21', to: '2026-01-22' } })
    expect(content).toMatchObject({ readings: [], newestCachedAt: 1_768_900_000_000 })
  })

  it('passes over missing tables and broken rows with a warning', () => {
    const path = cache(table('readiness_data') + row('readiness_data', '{broken') + row('readiness_data', { day: '2026-01-20', score: 62 }))
    const { readings, warnings } = readOuraCache(path, { source: 'oura' })
    expect(readings).toMatchObject([{ metric: 'readiness', value: 62 }])
    expect(warnings).toEqual([
      'The Oura cache has no table sleep_data; what it would say is missing.',
      'The Oura cache has no table activity_data; what it would say is missing.',
      'readiness_data row x: the data is not JSON.',
    ])
  })

  it('is not touched by reading', () => {
    const path = full()
    const before = readFileSync(path)
    readOuraCache(path, { source: 'oura' })
    expect(readFileSync(path)).toEqual(before)
  })

  it.each([
    ['another database', () => cache('CREATE TABLE other (x);')],
    ['a damaged one', () => file('oura-health.db', `SQLite format 3\0${'x'.repeat(4096)}`)],
  ])('is not seen in %s', (_name, make) => {
    expect(() => importHealthFile(testDatabase(), make(), testNow)).toThrow(/Oura cache/)
  })
})

describe('tasks and promises from a file', () => {
  const record = {
    id: 't-17',
    title: 'Memphis report',
    due: '2026-01-18',
    created_at: '2026-01-02T10:00:00Z',
    events: [{ type: 'worked', at: '2026-01-19T15:00:00Z' }],
  }

  it('come in once, however often they are imported', () => {
    const db = testDatabase()
    const path = file('tasks.jsonl', `${JSON.stringify(record)}\nnot json\n`)
    expect(importTaskFile(db, path, testNow, chicago)).toMatchObject({ kind: 'tasks', read: 2, added: 1, skipped: [{ line: 2 }] })
    const before = [listTasks(db), loadTaskEvents(db, 0), listJournal(db, { limit: 10 })]
    expect(importTaskFile(db, path, testNow + 1000, chicago)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect([listTasks(db), loadTaskEvents(db, 0), listJournal(db, { limit: 10 })]).toEqual(before)
  })

  it('do not undo what was changed here since', () => {
    const db = testDatabase()
    const path = file('tasks.json', JSON.stringify([record]))
    importTaskFile(db, path, testNow, chicago)
    const task = findTask(db, 't-17')
    if (task) updateTask(db, { ...task, status: 'completed', completedAt: testNow })
    importTaskFile(db, path, testNow, chicago)
    expect(findTask(db, 't-17')?.status).toBe('completed')
  })

  it('change what the file now says otherwise and keep what it leaves out', () => {
    const db = testDatabase()
    importTaskFile(db, file('a.json', JSON.stringify([{ ...record, client: 'Memphis' }])), testNow, chicago)
    const events = [...record.events, { type: 'worked', at: '2026-01-20T15:00:00Z' }]
    const report = importTaskFile(db, file('b.json', JSON.stringify([{ ...record, due: '2026-01-25', events }])), testNow, chicago)
    expect(report).toMatchObject({ added: 0, changed: 1 })
    expect(findTask(db, 't-17')).toMatchObject({ client: 'Memphis', due: { kind: 'day', day: '2026-01-25' } })
    expect(listTaskEvents(db, 't-17').map(({ type }) => type)).toEqual(['created', 'worked', 'worked'])
  })

  it('bring promises as well', () => {
    const db = testDatabase()
    const path = file('promises.json', '[{"id":"p-3","what":"date night","to":"Ashley","due":"2026-01-17","status":"active"}]')
    expect(importPromiseFile(db, path, testNow, chicago)).toMatchObject({ kind: 'promises', added: 1 })
    expect(importPromiseFile(db, path, testNow, chicago)).toMatchObject({ added: 0, unchanged: 1 })
    expect(listPromises(db)).toMatchObject([{ id: 'p-3', to: 'Ashley', status: 'active', source: 'import' }])
  })
})
