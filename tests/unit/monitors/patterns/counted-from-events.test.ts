import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../../../main/domain/task.ts'
import { check, findingsOf, said } from '../../../support/builders/checks.ts'
import { task, taskEvent } from '../../../support/builders/task.ts'
import { monitorSettings } from '../../../support/builders/settings.ts'

const now = '2026-01-20T15:00:00Z'
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()

describe('procrastination', () => {
  const moved = (at: string, from: string | null = '2026-01-15', to: string | null = '2026-01-16') =>
    taskEvent('t', 'rescheduled', at, { from, to })
  const rule = (events: readonly TaskEvent[], more: object = {}) =>
    check('patterns', 'procrastination', { tasks: [task('t', { title: 'Memphis report' })], taskEvents: events, ...more }, now)

  it.each([
    [2, []],
    [3, ['pattern:procrastination:t medium']],
    [4, ['pattern:procrastination:t medium']],
  ])('put off %d times this week: %j', (times, expected) => {
    expect(said(rule(Array.from({ length: times }, (_, index) => moved(daysAgo(6 - index)))))).toEqual(expected)
  })

  it('counts the last 7 times 24 hours, and nothing that is yet to come', () => {
    const two = [moved(daysAgo(2)), moved(daysAgo(1))]
    expect(rule([moved(daysAgo(7 + 1 / 86_400_000)), ...two]).outcome).toBe('clear')
    expect(rule([moved(daysAgo(7 - 1 / 86_400_000)), ...two]).outcome).toBe('firing')
    expect(rule([...two, moved(daysAgo(-0.01))]).outcome).toBe('clear')
  })

  it.each([
    ['to a later day', '2026-01-15', '2026-01-16', true],
    ['to an earlier day', '2026-01-16', '2026-01-15', false],
    ['to the same day', '2026-01-15', '2026-01-15', false],
    ['to its first date', null, '2026-01-16', false],
    ['to no date', '2026-01-15', null, false],
    ['to a later time', '2026-01-15T15:00:00Z', '2026-01-15T16:00:00Z', true],
    ['to an earlier time', '2026-01-15T15:00:00Z', '2026-01-15T14:00:00Z', false],
    ['to the same time written otherwise', '2026-01-15T15:00:00Z', '2026-01-15T09:00:00-06:00', false],
    ['from a time to the end of that day', '2026-01-15T15:00:00Z', '2026-01-15', true],
    ['from the end of a day to a time on it', '2026-01-15', '2026-01-15T15:00:00Z', false],
    ['from a day to its evening, which Greenwich calls the next day', '2026-01-15', '2026-01-16T02:00:00Z', false],
    ['from an evening, which Greenwich calls the next day, to the next day', '2026-01-16T02:00:00Z', '2026-01-16', true],
  ])('moved %s is put off: %4$s', (_, from, to, isPutOff) => {
    const events = [moved(daysAgo(2), from, to), moved(daysAgo(2)), moved(daysAgo(1))]
    expect(rule(events).outcome).toBe(isPutOff ? 'firing' : 'clear')
  })

  it('is of one task, and only of moves', () => {
    const events = [
      moved(daysAgo(3)),
      moved(daysAgo(2)),
      taskEvent('other', 'rescheduled', daysAgo(1), { from: '2026-01-15', to: '2026-01-16' }),
      taskEvent('t', 'edited', daysAgo(1)),
    ]
    expect(rule(events, { tasks: [task('t'), task('other')] }).outcome).toBe('clear')
  })

  it.each([
    ['pending', true],
    ['backlog', true],
    ['completed', false],
    ['cancelled', false],
  ] as const)('of a task that is %s is said: %s', (status, isSaid) => {
    expect(rule([moved(daysAgo(3)), moved(daysAgo(2)), moved(daysAgo(1))], { tasks: [task('t', { status })] }).outcome).toBe(
      isSaid ? 'firing' : 'clear',
    )
  })

  it('adds what another program counted', () => {
    const reportedProcrastination = new Map([['Memphis report', 1]])
    expect(rule([moved(daysAgo(2)), moved(daysAgo(1))], { reportedProcrastination }).outcome).toBe('firing')
  })

  it('names the task and asks to block time', () => {
    const [finding] = findingsOf(rule([4, 3, 2, 1].map((days) => moved(daysAgo(days)))))
    expect(finding?.body).toBe('You have moved "Memphis report" 4 times this week. Block time for it now?')
    expect(finding).toMatchObject({ evidence: { count: 4, threshold: 3 }, subject: { kind: 'task', id: 't' } })
  })
})

describe('overcommitment', () => {
  const events = (created: number, completed: number, at = daysAgo(3)) => [
    ...Array.from({ length: created }, (_, index) => taskEvent(`c${index}`, 'created', at)),
    ...Array.from({ length: completed }, (_, index) => taskEvent(`d${index}`, 'completed', at)),
  ]
  const rule = (taskEvents: readonly TaskEvent[]) => check('patterns', 'overcommitment', { taskEvents }, now)

  it.each([
    [4, 0, { outcome: 'insufficient_data', detail: '4 of 5 tasks created' }],
    [0, 0, { outcome: 'insufficient_data' }],
    [5, 0, { outcome: 'firing' }],
    [5, 3, { outcome: 'firing' }],
    [6, 4, { outcome: 'clear' }],
    [9, 6, { outcome: 'clear' }],
    [10, 6, { outcome: 'firing' }],
    [5, 20, { outcome: 'clear' }],
  ])('%d created, %d completed: %j', (created, completed, expected) => {
    expect(rule(events(created, completed))).toMatchObject(expected)
  })

  it('counts tasks: one that was reopened and done again is one', () => {
    const again = [
      taskEvent('d0', 'completed', daysAgo(2)),
      taskEvent('d0', 'reopened', daysAgo(2)),
      taskEvent('d0', 'completed', daysAgo(1)),
    ]
    expect(findingsOf(rule([...events(5, 0), ...again]))[0]?.evidence).toMatchObject({ created: 5, completed: 1, ratio: 5 })
  })

  it('forgets what is older than 7 times 24 hours', () => {
    expect(rule(events(6, 0, daysAgo(7 + 1 / 86_400_000)))).toMatchObject({ outcome: 'insufficient_data' })
    expect(rule(events(6, 0, daysAgo(7 - 1 / 86_400_000)))).toMatchObject({ outcome: 'firing' })
  })

  it('says both numbers and what would be healthy', () => {
    expect(findingsOf(rule(events(12, 5)))[0]).toMatchObject({
      key: 'pattern:overcommitment',
      severity: 'medium',
      body: '12 tasks created, 5 completed this week: 2.4 to 1, healthy is below 1.5.',
    })
  })
})

describe('context switching', () => {
  const clients = ['Aqua', 'Baker', 'Cedar', 'Delta', 'Echo', 'Fox']
  const tasks = clients.map((client) => task(client, { client, status: client === 'Fox' ? 'completed' : 'pending' }))
  const touched = (count: number, at = '2026-01-20T09:00:00-06:00') =>
    clients.slice(0, count).map((client) => taskEvent(client, 'worked', at))
  const rule = (taskEvents: readonly TaskEvent[], moment = '2026-01-20T18:00:00-06:00', zone = 'America/Chicago') =>
    check('patterns', 'context_switching', { zone, tasks: [...tasks, task('own')], taskEvents }, moment)

  it.each([
    [4, []],
    [5, ['pattern:context_switching:2026-01-20 low']],
    [6, ['pattern:context_switching:2026-01-20 low']],
  ])('between %d clients: %j', (count, expected) => {
    expect(said(rule(touched(count)))).toEqual(expected)
  })

  it('counts a client once, and one’s own tasks not at all', () => {
    expect(rule([...touched(4), ...touched(4), taskEvent('own', 'worked', now), taskEvent('gone', 'worked', now)]).outcome).toBe('clear')
  })

  it.each([
    ['2026-01-20T00:00:00-06:00', true],
    ['2026-01-19T23:59:59-06:00', false],
    ['2026-01-20T18:00:00-06:00', true],
    ['2026-01-20T18:00:01-06:00', false],
  ])('with the fifth at %s is of this day: %s', (at, isToday) => {
    expect(rule([...touched(4), taskEvent('Echo', 'worked', at)]).outcome).toBe(isToday ? 'firing' : 'clear')
  })

  it.each([
    ['2026-03-08', '2026-03-08T00:00:00-06:00', '2026-03-08T23:59:00-05:00'],
    ['2026-11-01', '2026-11-01T00:00:00-05:00', '2026-11-01T23:59:00-06:00'],
  ])('takes all of %s', (day, first, last) => {
    expect(said(rule([...touched(4, first), taskEvent('Echo', 'worked', last)], last))).toEqual([`pattern:context_switching:${day} low`])
  })

  it('names the clients', () => {
    expect(findingsOf(rule(touched(6)))[0]?.body).toMatch(/^You worked for Aqua, Baker, Cedar, Delta, Echo and 1 more today\. /)
  })
})

describe('a pattern rule that is off', () => {
  it.each(['procrastination', 'energy_decline', 'overcommitment', 'sleep_debt', 'context_switching'])('%s says so', (name) => {
    expect(check('patterns', name, {}, now, monitorSettings({ patterns: { rules_off: [name] } }))).toEqual({ rule: name, outcome: 'off' })
  })
})
