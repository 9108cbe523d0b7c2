import { describe, expect, it } from 'vitest'
import type { Metric } from '../../../../main/domain/reading.ts'
import { check, findingsOf, said } from '../../../support/builders/checks.ts'
import { reading } from '../../../support/builders/reading.ts'
import { monitorSettings } from '../../../support/builders/settings.ts'

const day = '2026-01-20'
const morning = '2026-01-20T08:00:00-06:00'
const rules = {
  readiness: 'readiness',
  sleep: 'sleep_hours',
  stress: 'stress_load',
  recovery: 'recovery_index',
} as const satisfies Readonly<Record<string, Metric>>
type RuleName = keyof typeof rules

const one = (rule: RuleName, value: number, on = day, now = morning) =>
  check('health', rule, { readings: [reading(rules[rule], on, value)] }, now)

describe('a health rule', () => {
  it.each<[RuleName, number, string | null]>([
    ['readiness', 65, null],
    ['readiness', 64, 'medium'],
    ['readiness', 50, 'medium'],
    ['readiness', 49, 'critical'],
    ['readiness', 0, 'critical'],
    ['sleep', 6, null],
    ['sleep', 5.99, 'medium'],
    ['sleep', 5, 'medium'],
    ['sleep', 4.99, 'critical'],
    ['stress', 75, null],
    ['stress', 75.1, 'medium'],
    ['stress', 85, 'medium'],
    ['stress', 85.1, 'critical'],
    ['recovery', 60, null],
    ['recovery', 59, 'medium'],
    ['recovery', 40, 'medium'],
    ['recovery', 39, 'critical'],
  ])('%s of %d is %s', (rule, value, severity) => {
    const evaluation = one(rule, value)
    if (severity === null) expect(evaluation).toEqual({ rule, outcome: 'clear' })
    else expect(said(evaluation)).toEqual([`health:${rule}:${day} ${severity}`])
  })

  it.each<[RuleName, number, string]>([
    ['readiness', 62, 'Your readiness is 62 (low). Lighter tasks today would help.'],
    ['readiness', 48, 'Your readiness is 48 (very low). Burnout risk: rest today.'],
    ['sleep', 5.4, 'You slept 5.4 hours (short).'],
    ['sleep', 4.25, 'You slept 4.3 hours (very short).'],
    ['stress', 80, 'Your stress load is 80 (high).'],
    ['stress', 90, 'Your stress load is 90 (very high).'],
    ['recovery', 55, 'Your recovery index is 55 (low).'],
    ['recovery', 30, 'Your recovery index is 30 (very low).'],
  ])('%s of %d says it in the second person, with what to do', (rule, value, words) => {
    const body = findingsOf(one(rule, value))[0]?.body ?? ''
    expect(body.startsWith(words)).toBe(true)
    expect(body).toMatch(/\)\. [A-Z][^.]+\.$/)
  })

  it('carries the evidence of its verdict', () => {
    const [finding] = findingsOf(
      check(
        'health',
        'readiness',
        { readings: [reading('readiness', day, 48, { readAt: Date.parse(morning) - 5_400_000, source: 'oura' })] },
        morning,
      ),
    )
    expect(finding?.evidence).toEqual({ value: 48, threshold: 50, day, source: 'oura', age_seconds: 5_400 })
    expect(finding?.subject).toEqual({ kind: 'metric', id: 'readiness' })
  })

  it('judges the newest reading only: today cancels what yesterday would have said', () => {
    const evaluation = check(
      'health',
      'readiness',
      { readings: [reading('readiness', '2026-01-19', 40), reading('readiness', day, 80)] },
      morning,
    )
    expect(evaluation).toEqual({ rule: 'readiness', outcome: 'clear' })
  })

  it('leaves a reading of a day still to come alone and judges the one before it', () => {
    const evaluation = check(
      'health',
      'readiness',
      { readings: [reading('readiness', day, 60), reading('readiness', '2026-01-21', 40)] },
      morning,
    )
    expect(said(evaluation)).toEqual([`health:readiness:${day} medium`])
  })

  it.each([
    ['of today', '2026-01-20T00:00:00-06:00', true],
    ['of yesterday, just after midnight', '2026-01-21T00:00:00-06:00', true],
    ['of yesterday, just before the next midnight', '2026-01-21T23:59:59-06:00', true],
    ['of the day before yesterday', '2026-01-22T00:00:00-06:00', false],
  ])('judges a reading %s: %s', (_, now, isJudged) => {
    const evaluation = one('readiness', 40, day, now)
    expect(evaluation.outcome).toBe(isJudged ? 'firing' : 'insufficient_data')
    if (isJudged) expect(said(evaluation)).toEqual([`health:readiness:${day} critical`])
    else expect(evaluation).toMatchObject({ detail: `newest reading is of ${day}` })
  })

  it.each([
    ['America/Chicago', '2026-03-08', '2026-03-10T04:59:59Z', '2026-03-10T05:00:00Z'],
    ['America/Chicago', '2026-11-01', '2026-11-03T05:59:59Z', '2026-11-03T06:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-30T21:59:59Z', '2026-03-30T22:00:00Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-26T22:59:59Z', '2026-10-26T23:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-20', '2026-01-21T09:59:59Z', '2026-01-21T10:00:00Z'],
  ])('counts the days of %s where %s is followed by a day of another length', (zone, on, lastMoment, firstTooLate) => {
    const at = (now: string) => check('health', 'readiness', { zone, readings: [reading('readiness', on, 40)] }, now).outcome
    expect(at(lastMoment)).toBe('firing')
    expect(at(firstTooLate)).toBe('insufficient_data')
  })

  it('takes a day that was left out of the calendar for a day: Samoa had no 30 December 2011', () => {
    const at = (now: string) =>
      check('health', 'readiness', { zone: 'Pacific/Apia', readings: [reading('readiness', '2011-12-29', 40)] }, now).outcome
    expect(at('2011-12-30T09:59:59Z')).toBe('firing')
    expect(at('2011-12-30T10:00:00Z')).toBe('insufficient_data')
  })

  it('says what it lacks, and fires nothing, without a reading', () => {
    expect(check('health', 'readiness', {}, morning)).toEqual({
      rule: 'readiness',
      outcome: 'insufficient_data',
      detail: '0 of 1 readings',
    })
  })

  it('can be switched off by name', () => {
    const settings = monitorSettings({ health: { rules_off: ['readiness'] } })
    expect(check('health', 'readiness', { readings: [reading('readiness', day, 10)] }, morning, settings)).toEqual({
      rule: 'readiness',
      outcome: 'off',
    })
  })

  it.each([
    [59, 'insufficient_data'],
    [60, 'firing'],
    [null, 'firing'],
  ])('judges stress derived from %s minutes: %s', (basisMinutes, outcome) => {
    const evaluation = check('health', 'stress', { readings: [reading('stress_load', day, 90, { basisMinutes })] }, morning)
    expect(evaluation.outcome).toBe(outcome)
    if (outcome === 'insufficient_data') expect(evaluation).toMatchObject({ detail: '59 of 60 minutes' })
  })
})
