import { describe, expect, it } from 'vitest'
import { parsePromiseRecords } from '../../../../main/adapters/import/promise-records.ts'
import { parseTaskRecords } from '../../../../main/adapters/import/task-records.ts'

const chicago = 'America/Chicago'
const at = (text: string) => Date.parse(text)
const one = (record: unknown) => {
  const { tasks, skipped } = parseTaskRecords(JSON.stringify([record]), chicago)
  return tasks[0] ?? skipped[0]?.reason
}

const ofStatus = (status: string) => one({ title: 'A', status })

describe('task records', () => {
  it('say everything the documented example says', () => {
    const record = {
      id: 't-17',
      title: 'Memphis report',
      status: 'pending',
      priority: 'p1',
      due: '2026-01-18',
      client: 'Memphis',
      created_at: '2026-01-02T10:00:00Z',
      completed_at: null,
      events: [
        { type: 'rescheduled', at: '2026-01-15T09:00:00Z', from: '2026-01-15', to: '2026-01-16' },
        { type: 'worked', at: '2026-01-19T15:00:00Z' },
      ],
    }
    expect(one(record)).toMatchObject({
      id: 't-17',
      said: {
        title: 'Memphis report',
        status: 'pending',
        priority: 'p1',
        due: { kind: 'day', day: '2026-01-18' },
        client: 'Memphis',
        createdAt: at('2026-01-02T10:00:00Z'),
      },
      events: [
        { type: 'rescheduled', at: at('2026-01-15T09:00:00Z'), from: '2026-01-15', to: '2026-01-16' },
        { type: 'worked', at: at('2026-01-19T15:00:00Z'), from: null, to: null },
        { type: 'created', at: at('2026-01-02T10:00:00Z'), from: null, to: null },
      ],
    })
  })

  it('imply when the task was made and done, unless an event says so', () => {
    const created_at = '2026-01-02T10:00:00Z'
    const completed_at = '2026-01-05T10:00:00Z'
    expect(one({ title: 'A', created_at, completed_at })).toMatchObject({
      said: { status: 'completed', completedAt: at(completed_at) },
      events: [
        { type: 'created', at: at(created_at) },
        { type: 'completed', at: at(completed_at) },
      ],
    })
    const events = [{ type: 'created', at: '2026-01-01T00:00:00Z' }]
    expect(one({ title: 'A', created_at, events })).toMatchObject({ events: [{ type: 'created', at: at('2026-01-01T00:00:00Z') }] })
    expect(one({ title: 'A' })).toMatchObject({ events: [] })
  })

  it('understand the status words of other programs', () => {
    expect(ofStatus('done')).toMatchObject({ said: { status: 'completed' } })
    expect(ofStatus('In Progress')).toMatchObject({ said: { status: 'in_progress' } })
    expect(ofStatus('canceled')).toMatchObject({ said: { status: 'cancelled' } })
    expect(ofStatus('asleep')).toBe('status: "asleep" is no status; known are pending, in_progress, backlog, completed, cancelled')
  })

  it('read times without an offset on the clock of the owner', () => {
    expect(one({ title: 'A', due: '2026-01-18T17:30' })).toMatchObject({
      said: { due: { kind: 'moment', at: at('2026-01-18T23:30:00Z') } },
    })
    expect(one({ title: 'A', due: '2026-01-18T17:30:00+01:00' })).toMatchObject({
      said: { due: { kind: 'moment', at: at('2026-01-18T16:30:00Z') } },
    })
  })

  it.each([
    [{}, /^title: /],
    [{ title: '' }, /^title: /],
    [{ title: 'A', due: 'tomorrow' }, 'due: "tomorrow" is not a date (YYYY-MM-DD) or a time (ISO 8601)'],
    [{ title: 'A', due: '2026-02-30T10:00:00Z' }, /^due: /],
    [{ title: 'A', created_at: 'once' }, /^created_at: "once" is not a time/],
    [{ title: 'A', events: [{ type: 'slept', at: '2026-01-01' }] }, /^events\.0\.type: /],
    [{ title: 'A', events: [{ type: 'rescheduled', at: '2026-01-01', from: 'then', to: null }] }, /^events\.0\.from: /],
    ['A', /object/],
  ])('refuse %j with a reason', (record, reason) => {
    if (typeof reason === 'string') expect(one(record)).toBe(reason)
    else expect(one(record)).toMatch(reason)
  })

  it('may be JSON Lines, of which a bad one is skipped by its number', () => {
    const text = '{"id":"a","title":"A"}\n\n{"id":"b","title":\r\n{"title":7}\n{"id":"c","title":"C"}\n'
    const { tasks, read, skipped } = parseTaskRecords(text, chicago)
    expect(tasks.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(read).toBe(4)
    expect(skipped).toEqual([
      { line: 3, reason: 'not valid JSON' },
      { line: 4, reason: expect.stringMatching(/^title: /) as string },
    ])
  })

  it('without an id get one that is the same at every import, and two alike get two', () => {
    const text = JSON.stringify([{ title: 'A' }, { title: 'A' }, { title: 'B' }])
    const ids = () => parseTaskRecords(text, chicago).tasks.map(({ id }) => id)
    expect(new Set(ids()).size).toBe(3)
    expect(ids()).toEqual(ids())
  })

  it('are refused where the file is no JSON at all', () => {
    expect(() => parseTaskRecords('day,metric,value\n', chicago)).toThrow(/not JSON/)
  })
})

describe('promise records', () => {
  it('say everything the documented example says', () => {
    const text = '{ "id": "p-3", "what": "date night", "to": "Ashley", "due": "2026-01-17", "status": "active" }'
    expect(parsePromiseRecords(text, chicago)).toMatchObject({
      promises: [{ id: 'p-3', said: { what: 'date night', to: 'Ashley', due: { kind: 'day', day: '2026-01-17' }, status: 'active' } }],
      read: 1,
      skipped: [],
    })
  })

  it('need a person', () => {
    expect(parsePromiseRecords('[{"what":"call"}]', chicago).skipped).toEqual([
      { line: 1, reason: expect.stringMatching(/^to: /) as string },
    ])
  })
})
