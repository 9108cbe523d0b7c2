import { describe, expect, it } from 'vitest'
import { taskPage } from '../../../../main/operator/handlers/task-page.ts'
import { aTask } from '../../../support/records.ts'

const place = { zone: 'America/Chicago', now: Date.parse('2026-01-20T15:00:00Z') } as const

const tasks = [
  aTask({ id: 'undated', due: null }),
  aTask({ id: 'tomorrow', due: { kind: 'day', day: '2026-01-21' } }),
  aTask({ id: 'later today', due: { kind: 'moment', at: Date.parse('2026-01-20T22:00:00Z') } }),
  aTask({ id: 'today', due: { kind: 'day', day: '2026-01-20' }, createdAt: 1 }),
  aTask({ id: 'this morning', due: { kind: 'moment', at: Date.parse('2026-01-20T14:00:00Z') } }),
  aTask({ id: 'last week', due: { kind: 'day', day: '2026-01-13' } }),
]
const ids = (view: Parameters<typeof taskPage>[1]['view'], limit = 100, offset?: number) =>
  taskPage(tasks, { ...place, view, limit, offset }).tasks.map(({ task }) => task.id)

describe('a page of tasks', () => {
  it('puts what is overdue first, a moment of today that has passed too, then the earliest day', () => {
    expect(ids('all')).toEqual(['last week', 'this morning', 'today', 'later today', 'tomorrow', 'undated'])
  })

  it.each([
    ['today', ['last week', 'this morning', 'today', 'later today']],
    ['overdue', ['last week', 'this morning']],
    ['upcoming', ['tomorrow']],
  ] as const)('has in %s what belongs there', (view, expected) => {
    expect(ids(view)).toEqual(expected)
  })

  it('counts every view, whichever is shown', () => {
    expect(taskPage(tasks, { ...place, view: 'upcoming', limit: 1 }).counts).toEqual({ today: 4, overdue: 2, upcoming: 1, all: 6 })
  })

  it('goes on where the page before ended, and says where the next begins', () => {
    expect(ids('all', 4, 0)).toEqual(ids('all').slice(0, 4))
    expect(ids('all', 4, 4)).toEqual(ids('all').slice(4))
    const next = (limit: number, offset: number) => taskPage(tasks, { ...place, view: 'all', limit, offset }).next
    expect([next(4, 0), next(2, 4), next(5, 4)]).toEqual([4, null, null])
  })
})
