import { describe, expect, it } from 'vitest'
import { check, findingsOf, said } from '../../../support/builders/checks.ts'
import { reading, readings } from '../../../support/builders/reading.ts'

const day = '2026-01-20'
const morning = '2026-01-20T08:00:00-06:00'

/** Tonight's value against so many nights of `baseline` that end with yesterday. */
function hrv(value: number, baseline: readonly (number | null)[], now = morning) {
  return check('health', 'hrv', { readings: [...readings('hrv_ms', '2026-01-19', baseline), reading('hrv_ms', day, value)] }, now)
}

const nights = (count: number, value = 60) => Array.from({ length: count }, () => value)

describe('the hrv rule', () => {
  it.each([
    [51.1, null],
    [51, 'medium'],
    [45.1, 'medium'],
    [45, 'critical'],
    [20, 'critical'],
    [90, null],
  ])('against a mean of 60, %d ms is %s', (value, severity) => {
    const evaluation = hrv(value, nights(30))
    if (severity === null) expect(evaluation.outcome).toBe('clear')
    else expect(said(evaluation)).toEqual([`health:hrv:${day} ${severity}`])
  })

  it.each([
    [13, { outcome: 'insufficient_data', detail: '13 of 14 nights' }],
    [9, { outcome: 'insufficient_data', detail: '9 of 14 nights' }],
    [0, { outcome: 'insufficient_data', detail: '0 of 14 nights' }],
    [14, { outcome: 'firing' }],
  ])('with %d nights before it says %j', (count, expected) => {
    expect(hrv(30, nights(count))).toMatchObject(expected)
  })

  it('counts only the 30 nights before: an older one neither helps the minimum nor moves the mean', () => {
    const gap = Array.from({ length: 17 }, () => null)
    expect(hrv(30, [60, ...gap, ...nights(13)])).toMatchObject({ outcome: 'insufficient_data', detail: '13 of 14 nights' })
    // 16 nulls and 13 nights make 29; the first of 30 is the night 30 days before.
    expect(hrv(30, [60, ...gap.slice(1), ...nights(13)]).outcome).toBe('firing')
  })

  it('leaves tonight out of its own mean, and takes a missing night for missing, never zero', () => {
    const evaluation = hrv(
      51,
      nights(28).flatMap((value, index) => (index % 2 === 0 ? [value, null] : [])),
    )
    expect(findingsOf(evaluation)[0]?.evidence).toMatchObject({
      value: 51,
      baseline: 60,
      nights: 14,
      deviation_percent: -15,
      threshold: -15,
    })
  })

  it('says how far below, and below what', () => {
    expect(findingsOf(hrv(45, nights(30)))[0]?.body).toContain('Your HRV is 45 ms, 25 % below your 30-night mean of 60 (very low).')
  })

  it('has nothing to say of an old night', () => {
    expect(hrv(20, nights(30), '2026-01-22T00:00:00-06:00')).toMatchObject({ outcome: 'insufficient_data' })
  })

  it('counts nights by the calendar, across a change of the clock', () => {
    const spring = check(
      'health',
      'hrv',
      { readings: [...readings('hrv_ms', '2026-03-29', nights(14)), reading('hrv_ms', '2026-03-30', 45)], zone: 'Europe/Berlin' },
      '2026-03-29T22:00:00Z',
    )
    expect(said(spring)).toEqual(['health:hrv:2026-03-30 critical'])
  })
})
