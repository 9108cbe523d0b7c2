import { describe, expect, it } from 'vitest'
import { parseTaskRow } from '../../../../main/adapters/workos/task-row.ts'

const zone = 'America/Chicago'
const row = {
  id: 7,
  title: 'Memphis report',
  description: null,
  status: 'active',
  drain_type: 'deep',
  created_at: '2026-01-02T10:00:00',
  updated_at: null,
  completed_at: null,
}
const parse = (changes: Record<string, unknown> = {}) => parseTaskRow({ ...row, ...changes }, 'Memphis', zone)

describe('a row of the tasks database', () => {
  it('becomes a task', () => {
    expect(parse()).toEqual({
      task: {
        sourceId: '7',
        title: 'Memphis report',
        notes: null,
        status: 'pending',
        client: 'Memphis',
        due: undefined,
        drain: 'deep',
        createdAt: Date.parse('2026-01-02T10:00:00Z'),
        updatedAt: Date.parse('2026-01-02T10:00:00Z'),
        completedAt: null,
      },
      warning: null,
    })
  })

  it.each([
    ['active', 'pending'],
    ['queued', 'pending'],
    ['backlog', 'backlog'],
    ['done', 'completed'],
  ])('with status %s is %s', (status, expected) => {
    expect(parse({ status }).task?.status).toBe(expected)
  })

  it('of an unknown status is kept in the backlog, with a warning', () => {
    expect(parse({ status: 'someday' })).toMatchObject({ task: { status: 'backlog' }, warning: expect.stringContaining('"someday"') })
  })

  it.each([
    ['2026-01-02 10:00:00.123456+00', '2026-01-02T10:00:00.123Z'],
    ['2026-01-02T10:00:00+02:00', '2026-01-02T08:00:00.000Z'],
    ['2026-01-02T10:00:00.5', '2026-01-02T10:00:00.500Z'],
    ['2026-01-02T10:00:00Z', '2026-01-02T10:00:00.000Z'],
    [1_767_348_000, '2026-01-02T10:00:00.000Z'],
    [1_767_348_000_000, '2026-01-02T10:00:00.000Z'],
  ])('made at %s was made at %s', (created_at, expected) => {
    expect(new Date(parse({ created_at }).task?.createdAt ?? 0).toISOString()).toBe(expected)
  })

  it.each([
    [{ due_date: '2026-01-20' }, { kind: 'day', day: '2026-01-20' }],
    [{ due_date: '2026-01-20T00:00:00' }, { kind: 'day', day: '2026-01-20' }],
    [{ due_date: '2026-01-20T06:00:00+00:00' }, { kind: 'day', day: '2026-01-20' }],
    [{ due_date: '2026-01-20T15:30:00+00:00' }, { kind: 'moment', at: Date.parse('2026-01-20T15:30:00Z') }],
    [{ deadline: '2026-01-20' }, { kind: 'day', day: '2026-01-20' }],
    [
      { due_date: null, deadline: '2026-01-21' },
      { kind: 'day', day: '2026-01-21' },
    ],
    [
      { due_date: '2026-01-19', deadline: '2026-01-21' },
      { kind: 'day', day: '2026-01-19' },
    ],
    [{ due_date: null }, null],
    [{ deadline: 'soon' }, null],
  ])('with %j is due %j', (columns, due) => {
    expect(parse(columns).task?.due).toEqual(due)
  })

  it.each([[{ id: null }], [{ title: 3 }], [{ created_at: 'yesterday' }], [{ status: null }], [null], ['row'], [[]]])(
    'is skipped with its column: %j',
    (changes) => {
      const result =
        typeof changes === 'object' && changes !== null && !Array.isArray(changes) ? parse(changes) : parseTaskRow(changes, null, zone)
      expect(result.task).toBeNull()
      expect(result.warning).toContain('skipped')
    },
  )
})
