import { describe, expect, it } from 'vitest'
import { taskStatuses } from '../../../../main/domain/task.ts'
import { check, findingsOf, said } from '../../../support/builders/checks.ts'
import { task } from '../../../support/builders/task.ts'
import { monitorSettings } from '../../../support/builders/settings.ts'

const late = (due: string, now: string, zone = 'America/Chicago') =>
  check('tasks', 'overdue', { zone, tasks: [task('t', { due })] }, now).outcome

describe('overdue tasks', () => {
  it.each([
    ['a day, until its midnight', '2026-01-20', '2026-01-20T23:59:59.999-06:00', 'clear'],
    ['a day, from its midnight', '2026-01-20', '2026-01-21T00:00:00-06:00', 'firing'],
    ['a moment, at that moment', '2026-01-20T15:00:00Z', '2026-01-20T15:00:00Z', 'clear'],
    ['a moment, just after', '2026-01-20T15:00:00Z', '2026-01-20T15:00:00.001Z', 'firing'],
  ])('%s: %4$s', (_, due, now, outcome) => {
    expect(late(due, now)).toBe(outcome)
  })

  it.each([
    ['America/Chicago', '2026-03-08', '2026-03-09T05:00:00Z'],
    ['America/Chicago', '2026-11-01', '2026-11-02T06:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00Z'],
    // The clock goes forward at midnight: the day begins at 1:00.
    ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00Z'],
    ['Pacific/Apia', '2026-01-20', '2026-01-20T11:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-20', '2026-01-20T10:00:00Z'],
  ])('in %s the %s ends at %s', (zone, due, end) => {
    expect(late(due, new Date(Date.parse(end) - 1).toISOString(), zone)).toBe('clear')
    expect(late(due, end, zone)).toBe('firing')
  })

  it.each(taskStatuses.map((status) => [status, status === 'pending' || status === 'in_progress']))(
    '%s ones count: %s',
    (status, counts) => {
      const { outcome } = check('tasks', 'overdue', { tasks: [task('t', { due: '2026-01-01', status })] }, '2026-01-20T15:00:00Z')
      expect(outcome).toBe(counts ? 'firing' : 'clear')
    },
  )

  it('are one high alert that names the oldest first, five at most', () => {
    const tasks = ['c', 'a', 'h', 'b', 'e', 'd', 'g', 'f'].map((id, index) =>
      task(id, { title: id.toUpperCase(), due: `2026-01-0${'abcdefgh'.indexOf(id) + 1}`, createdAt: index }),
    )
    const evaluation = check('tasks', 'overdue', { tasks }, '2026-01-20T15:00:00Z')
    expect(said(evaluation)).toEqual(['task:overdue high'])
    expect(findingsOf(evaluation)[0]).toMatchObject({
      title: '8 tasks are overdue',
      members: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
      evidence: { count: 8, oldest: 'A' },
    })
    expect(findingsOf(evaluation)[0]?.body).toMatch(/^A, B, C, D, E and 3 more\. /)
  })

  it.each([
    [1, '1 task is overdue', 'A. '],
    [2, '2 tasks are overdue', 'A and B. '],
    [5, '5 tasks are overdue', 'A, B, C, D and E. '],
    [6, '6 tasks are overdue', 'A, B, C, D, E and 1 more. '],
  ])('%d of them: "%s"', (count, title, names) => {
    const tasks = ['A', 'B', 'C', 'D', 'E', 'F']
      .slice(0, count)
      .map((name, index) => task(name, { title: name, due: `2026-01-0${index + 1}` }))
    const [finding] = findingsOf(check('tasks', 'overdue', { tasks }, '2026-01-20T15:00:00Z'))
    expect(finding?.title).toBe(title)
    expect(finding?.body.startsWith(names)).toBe(true)
  })

  it('name a task with a time on the same day after the days before it', () => {
    const tasks = [task('moment', { due: '2026-01-19T12:00:00Z' }), task('day', { due: '2026-01-18' })]
    expect(findingsOf(check('tasks', 'overdue', { tasks }, '2026-01-20T15:00:00Z'))[0]?.members).toEqual(['day', 'moment'])
  })

  it('are not looked for when the rule is off', () => {
    const settings = monitorSettings({ tasks: { rules_off: ['overdue'] } })
    const evaluation = check('tasks', 'overdue', { tasks: [task('t', { due: '2026-01-01' })] }, '2026-01-20T15:00:00Z', settings)
    expect(evaluation).toEqual({ rule: 'overdue', outcome: 'off' })
  })
})

describe('tasks due today and tomorrow', () => {
  const now = '2026-01-20T18:30:00-06:00'
  const dueOn = (rule: string, due: string, at = now, zone = 'America/Chicago') =>
    said(check('tasks', rule, { zone, tasks: [task('t', { due })] }, at))

  it.each([
    ['2026-01-19', [], []],
    ['2026-01-20', ['task:due_today:2026-01-20:14 medium'], []],
    ['2026-01-21', [], ['task:due_tomorrow:2026-01-21 low']],
    ['2026-01-22', [], []],
    ['2026-01-20T00:00:00-06:00', ['task:due_today:2026-01-20:14 medium'], []],
    ['2026-01-20T23:59:59-06:00', ['task:due_today:2026-01-20:14 medium'], []],
    ['2026-01-21T00:00:00-06:00', [], ['task:due_tomorrow:2026-01-21 low']],
    ['2026-01-21T23:59:59-06:00', [], ['task:due_tomorrow:2026-01-21 low']],
    ['2026-01-22T00:00:00-06:00', [], []],
    ['2026-01-19T23:59:59-06:00', [], []],
  ])('due %s: today %j, tomorrow %j', (due, today, tomorrow) => {
    expect(dueOn('due_today', due)).toEqual(today)
    expect(dueOn('due_tomorrow', due)).toEqual(tomorrow)
  })

  it.each([
    ['2026-03-07T18:00:00-06:00', '2026-03-08', '2026-03-08T23:59:00-05:00'],
    ['2026-10-31T18:00:00-05:00', '2026-11-01', '2026-11-01T23:59:00-06:00'],
  ])('at %s the next day is %s, however long', (at, day, moment) => {
    expect(dueOn('due_tomorrow', day, at)).toEqual([`task:due_tomorrow:${day} low`])
    expect(dueOn('due_tomorrow', moment, at)).toEqual([`task:due_tomorrow:${day} low`])
  })

  it('belong to the day of the owner, not of Greenwich', () => {
    expect(dueOn('due_today', '2026-01-21T05:00:00+14:00', '2026-01-21T09:00:00+14:00', 'Pacific/Kiritimati')).toEqual([
      'task:due_today:2026-01-21:9 medium',
    ])
  })

  it.each(taskStatuses.map((status) => [status, status === 'pending' || status === 'in_progress']))(
    '%s ones count: %s',
    (status, counts) => {
      const tasks = [task('t', { due: '2026-01-20', status })]
      expect(check('tasks', 'due_today', { tasks }, now).outcome).toBe(counts ? 'firing' : 'clear')
    },
  )

  it('say how many and which', () => {
    const tasks = [task('a', { due: '2026-01-20' }), task('b', { due: '2026-01-20T12:00:00-06:00' })]
    expect(findingsOf(check('tasks', 'due_today', { tasks }, now))[0]).toMatchObject({
      title: '2 tasks due today',
      body: 'Task b and Task a. Due by the end of today.',
      members: ['b', 'a'],
      subject: null,
    })
  })
})

describe('a pile', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => task(`t${index}`))
  const pile = (count: number, rest: readonly ReturnType<typeof task>[] = []) =>
    check('tasks', 'pile_up', { tasks: [...many(count), ...rest] }, '2026-01-20T09:00:00-06:00')

  it.each([
    [9, []],
    [10, ['task:pile_up:2026-01-20 medium']],
    [11, ['task:pile_up:2026-01-20 medium']],
  ])('of %d active tasks: %j', (count, expected) => {
    expect(said(pile(count))).toEqual(expected)
  })

  it('has none that is done, cancelled or in the backlog', () => {
    const rest = (['completed', 'cancelled', 'backlog'] as const).map((status) => task(status, { status }))
    expect(pile(9, rest).outcome).toBe('clear')
    expect(findingsOf(pile(12))[0]?.body).toMatch(/^You have 12 active tasks\. /)
  })
})
