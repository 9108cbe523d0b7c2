import { describe, expect, it } from 'vitest'
import { promiseStatuses } from '../../../../main/domain/promise.ts'
import { check, findingsOf, said } from '../../../support/builders/checks.ts'
import { promise } from '../../../support/builders/promise.ts'
import { monitorSettings } from '../../../support/builders/settings.ts'

const now = '2026-01-20T09:00:00-06:00'
const rule = (name: string, due: string | null, at = now, zone = 'America/Chicago') =>
  said(check('tasks', name, { zone, promises: [promise('p', { due })] }, at))

describe('a broken promise', () => {
  it.each([
    ['2026-01-20', []],
    ['2026-01-19', []],
    ['2026-01-18', ['commitment:violated:p critical']],
    ['2026-01-02', ['commitment:violated:p critical']],
    ['2026-01-18T23:59:59-06:00', ['commitment:violated:p critical']],
    ['2026-01-19T00:00:00-06:00', []],
    [null, []],
  ])('due %s, on the 20th: %j', (due, expected) => {
    expect(rule('commitment', due)).toEqual(expected)
  })

  it.each([
    ['America/Chicago', '2026-03-07', '2026-03-09T09:00:00-05:00', '2026-03-08T23:59:00-05:00'],
    ['America/Chicago', '2026-10-31', '2026-11-02T09:00:00-06:00', '2026-11-01T23:59:00-06:00'],
    ['Europe/Berlin', '2026-10-24', '2026-10-26T09:00:00+01:00', '2026-10-25T23:59:00+01:00'],
  ])('counts days by the calendar in %s', (zone, due, twoDays, oneDay) => {
    expect(rule('commitment', due, twoDays, zone)).toEqual(['commitment:violated:p critical'])
    expect(rule('commitment', due, oneDay, zone)).toEqual([])
  })

  it('names the person, the promise and the days', () => {
    const [finding] = findingsOf(check('tasks', 'commitment', { promises: [promise('p', { due: '2026-01-17' })] }, now))
    expect(finding?.title).toBe('Promise to Ashley is 3 days late')
    expect(finding?.body).toContain('You promised Ashley "date night" for 17 January, 3 days ago.')
    expect(finding).toMatchObject({
      subject: { kind: 'promise', id: 'p' },
      evidence: { person: 'Ashley', promise: 'date night', days_late: 3, threshold: 2 },
    })
  })

  it('is one finding each', () => {
    const promises = [promise('p', { due: '2026-01-17' }), promise('q', { due: '2026-01-02', to: 'Sam' })]
    expect(said(check('tasks', 'commitment', { promises }, now))).toEqual([
      'commitment:violated:p critical',
      'commitment:violated:q critical',
    ])
  })

  it('has its grace configured', () => {
    const settings = monitorSettings({ tasks: { thresholds: { pile_up: 10, commitment_grace_days: 1 } } })
    expect(said(check('tasks', 'commitment', { promises: [promise('p', { due: '2026-01-19' })] }, now, settings))).toHaveLength(1)
  })
})

describe('a promise due soon', () => {
  it.each([
    ['2026-01-19', []],
    ['2026-01-20', ['commitment:due:p medium']],
    // The end of the 21st is 39 hours away.
    ['2026-01-21', []],
    ['2026-01-20T08:59:59-06:00', []],
    ['2026-01-20T09:00:00-06:00', ['commitment:due:p medium']],
    ['2026-01-21T09:00:00-06:00', ['commitment:due:p medium']],
    ['2026-01-21T09:00:01-06:00', []],
    [null, []],
  ])('due %s, at 9:00 on the 20th: %j', (due, expected) => {
    expect(rule('commitment_due', due)).toEqual(expected)
  })

  it('is past from midnight on, even where the rule runs at midnight', () => {
    const settings = monitorSettings({ tasks: { hours: { ...monitorSettings().tasks.hours, commitment_due: [0] } } })
    const at = (moment: string) =>
      said(check('tasks', 'commitment_due', { promises: [promise('p', { due: '2026-01-20' })] }, moment, settings))
    expect(at('2026-01-20T23:59:59-06:00')).toHaveLength(1)
    expect(at('2026-01-21T00:00:00-06:00')).toEqual([])
  })

  it('says to whom, what and by when', () => {
    const [finding] = findingsOf(check('tasks', 'commitment_due', { promises: [promise('p', { due: '2026-01-20' })] }, now))
    expect(finding?.title).toBe('Promised to Ashley: date night')
    expect(finding?.body).toBe('You promised Ashley "date night" by 20 January. It is due within a day.')
  })
})

describe('promises', () => {
  it.each(promiseStatuses.map((status) => [status, status === 'active' || status === 'renegotiated']))(
    'that are %s are owed: %s',
    (status, owed) => {
      const late = { promises: [promise('p', { due: '2026-01-02', status })] }
      const soon = { promises: [promise('p', { due: '2026-01-20', status })] }
      expect(check('tasks', 'commitment', late, now).outcome).toBe(owed ? 'firing' : 'clear')
      expect(check('tasks', 'commitment_due', soon, now).outcome).toBe(owed ? 'firing' : 'clear')
    },
  )
})
