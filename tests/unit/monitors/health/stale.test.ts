import { describe, expect, it } from 'vitest'
import { check, findingsOf, said } from '../../../support/builders/checks.ts'
import { reading } from '../../../support/builders/reading.ts'
import { monitorSettings } from '../../../support/builders/settings.ts'

const stale = (now: string, day = '2026-01-18') => check('health', 'stale', { readings: [reading('readiness', day, 70)] }, now)

describe('stale health data', () => {
  it.each([
    ['while it is yesterday’s', '2026-01-19T23:59:59-06:00', 'clear'],
    ['36 hours after its day', '2026-01-20T12:00:00-06:00', 'clear'],
    ['a moment later', '2026-01-20T12:00:01-06:00', 'firing'],
    ['a week later', '2026-01-25T12:00:00-06:00', 'firing'],
  ])('%s is %3$s', (_, now, outcome) => {
    expect(stale(now).outcome).toBe(outcome)
  })

  it('is a low finding of the source, with its age', () => {
    const evaluation = stale('2026-01-20T18:00:00-06:00')
    expect(said(evaluation)).toEqual(['source:stale:oura low'])
    expect(findingsOf(evaluation)[0]).toMatchObject({
      monitor: 'health',
      evidence: { newest_day: '2026-01-18', age_hours: 42, threshold_hours: 36 },
      subject: { kind: 'source', id: 'oura' },
    })
  })

  it('is ended by any metric that is newer', () => {
    const evaluation = check(
      'health',
      'stale',
      { readings: [reading('readiness', '2026-01-10', 70), reading('steps', '2026-01-20', 900)] },
      '2026-01-20T18:00:00-06:00',
    )
    expect(evaluation.outcome).toBe('clear')
  })

  it('is nothing where there never was any', () => {
    expect(check('health', 'stale', {}, '2026-01-20T18:00:00-06:00').outcome).toBe('insufficient_data')
  })

  it('obeys its setting, but what is still judged is not stale', () => {
    const short = monitorSettings({ health: { stale_after_hours: 1 } })
    const at = (now: string) => check('health', 'stale', { readings: [reading('readiness', '2026-01-18', 70)] }, now, short).outcome
    expect(at('2026-01-19T23:00:00-06:00')).toBe('clear')
    expect(at('2026-01-20T00:00:00-06:00')).toBe('firing')
  })

  it('counts hours, not clock faces, over a change of the clock', () => {
    // 8 March 2026 has 23 hours in Chicago: the 36 hours after the 7th end at 13:00 on the 9th.
    const at = (now: string) => stale(now, '2026-03-07').outcome
    expect(at('2026-03-09T13:00:00-05:00')).toBe('clear')
    expect(at('2026-03-09T13:00:01-05:00')).toBe('firing')
  })
})

describe('a ring that was not worn', () => {
  const worn = (hours: number) =>
    check('health', 'not_worn', { readings: [reading('non_wear_hours', '2026-01-20', hours)] }, '2026-01-20T18:00:00-06:00')

  it('is said above 12 hours off the finger', () => {
    expect(worn(12).outcome).toBe('clear')
    expect(said(worn(12.1))).toEqual(['source:not_worn:oura info'])
  })
})
