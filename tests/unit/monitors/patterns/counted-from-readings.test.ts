import { describe, expect, it } from 'vitest'
import { check, findingsOf, said } from '../../../support/builders/checks.ts'
import { readings } from '../../../support/builders/reading.ts'

const today = '2026-01-20'
const morning = '2026-01-20T08:00:00-06:00'
const days = (count: number, value: number | null) => Array.from({ length: count }, () => value)

describe('energy decline', () => {
  const rule = (before: readonly (number | null)[], last: readonly (number | null)[], now = morning, lastDay = today) =>
    check('patterns', 'energy_decline', { readings: readings('readiness', lastDay, [...before, ...last]) }, now)

  it.each([
    [80, 65, []],
    [80, 64, ['pattern:energy_decline high']],
    [80, 63, ['pattern:energy_decline high']],
    [70, 56, ['pattern:energy_decline high']],
    [60, 80, []],
  ])('from a mean of %d to one of %d: %j', (before, last, expected) => {
    expect(said(rule(days(7, before), days(7, last)))).toEqual(expected)
  })

  it.each([
    [4, 4, { outcome: 'firing' }],
    [3, 7, { outcome: 'insufficient_data', detail: '3 of 4 readings in a week' }],
    [7, 3, { outcome: 'insufficient_data', detail: '3 of 4 readings in a week' }],
  ])('with %d and %d readings in the weeks: %j', (before, last, expected) => {
    expect(rule([...days(before, 80), ...days(7 - before, null)], [...days(last, 50), ...days(7 - last, null)])).toMatchObject(expected)
  })

  it('takes today and the six days before, and the seven before those', () => {
    // An eighth good day a fortnight ago, and the border between the weeks: one day later all is moved by one.
    const values = [100, ...days(7, 80), ...days(7, 64)]
    const at = (now: string) => check('patterns', 'energy_decline', { readings: readings('readiness', today, values) }, now)
    expect(findingsOf(at(morning))[0]?.evidence).toMatchObject({
      mean_7_days_before: 80,
      mean_last_7_days: 64,
      readings: 14,
      decline_percent: 20,
    })
    expect(at('2026-01-20T23:59:59-06:00').outcome).toBe('firing')
    expect(at('2026-01-21T00:00:00-06:00').outcome).toBe('clear')
  })

  it('says from where to where', () => {
    expect(findingsOf(rule(days(7, 78), days(7, 62)))[0]?.body).toContain('Readiness fell from a mean of 78 to 62 this week.')
  })

  it('takes a missing day for missing, not for zero', () => {
    expect(rule(days(7, 80), [70, null, 70, null, 70, null, 70]).outcome).toBe('clear')
  })
})

describe('sleep debt', () => {
  const rule = (hours: readonly (number | null)[], now = morning, lastDay = today) =>
    check('patterns', 'sleep_debt', { readings: readings('sleep_hours', lastDay, hours) }, now)

  it.each([
    [[6.9, 6.9, 6.9], 'firing'],
    [[7, 6, 6], 'clear'],
    [[6, 7, 6], 'clear'],
    [[6, 6, 7], 'clear'],
    [[9, 6, 6, 6], 'firing'],
    [[6, 6], 'insufficient_data'],
    [[6, null, 6, 6], 'insufficient_data'],
    [[6, 6, 6, null], 'firing'],
    [[6, 6, 6, null, null], 'insufficient_data'],
    [[], 'insufficient_data'],
  ])('%j, the last of them today: %s', (hours, outcome) => {
    expect(rule(hours).outcome).toBe(outcome)
  })

  it('counts nights up to yesterday’s while today’s is not in yet, and no longer', () => {
    expect(said(rule([6, 6, 6], '2026-01-21T23:59:59-06:00'))).toEqual(['pattern:sleep_debt high'])
    expect(rule([6, 6, 6], '2026-01-22T00:00:00-06:00').outcome).toBe('insufficient_data')
  })

  it('says how many nights in a row, and how short', () => {
    const [finding] = findingsOf(rule([8, 6.5, 5, 6, 4.5]))
    expect(finding?.title).toBe('4 short nights in a row')
    expect(finding?.body).toContain('You slept 6.5, 5, 6 and 4.5 hours, each below 7.')
    expect(finding?.evidence).toMatchObject({ nights: 4, from: '2026-01-17', to: today })
  })

  it('lacks what it says it lacks', () => {
    expect(rule([6, 6])).toMatchObject({ detail: '2 of 3 nights in a row' })
  })

  it.each([
    ['America/Chicago', '2026-03-09', '2026-03-09T00:30:00-05:00'],
    ['Europe/Berlin', '2026-10-26', '2026-10-26T00:30:00+01:00'],
    ['Pacific/Apia', '2026-01-20', '2026-01-20T00:30:00+13:00'],
  ])('counts nights by the calendar in %s', (zone, lastDay, now) => {
    expect(check('patterns', 'sleep_debt', { zone, readings: readings('sleep_hours', lastDay, [6, 6, 6]) }, now).outcome).toBe('firing')
  })
})
