import { describe, expect, it } from 'vitest'
import { formatInstant } from '../../../main/domain/local-day.ts'
import type { QuietHoursSettings } from '../../../main/domain/settings.ts'
import { quietStateAt } from '../../../main/pipeline/quiet-state.ts'

const nights: QuietHoursSettings = { enabled: true, start: 22 * 60, end: 7 * 60, zone: 'America/Chicago', weekdays: {} }

function stateAt(now: string, change: Partial<QuietHoursSettings> = {}): string {
  const settings = { ...nights, ...change }
  const state = quietStateAt(settings, Date.parse(now))
  if (state.active) return `until ${formatInstant(state.until, settings.zone)}`
  return state.nextStart === null ? 'never' : `next ${formatInstant(state.nextStart, settings.zone)}`
}

describe('quiet hours', () => {
  it.each([
    ['2026-01-20T21:59:59-06:00', 'next 2026-01-20T22:00:00-06:00'],
    ['2026-01-20T22:00:00-06:00', 'until 2026-01-21T07:00:00-06:00'],
    ['2026-01-20T23:59:59-06:00', 'until 2026-01-21T07:00:00-06:00'],
    ['2026-01-21T00:00:00-06:00', 'until 2026-01-21T07:00:00-06:00'],
    ['2026-01-21T06:59:59-06:00', 'until 2026-01-21T07:00:00-06:00'],
    ['2026-01-21T07:00:00-06:00', 'next 2026-01-21T22:00:00-06:00'],
  ])('at %s: %s', (now, expected) => {
    expect(stateAt(now)).toBe(expected)
  })

  it.each([
    ['2026-03-07T23:00:00-06:00', 'until 2026-03-08T07:00:00-05:00'],
    ['2026-10-31T23:00:00-05:00', 'until 2026-11-01T07:00:00-06:00'],
  ])('end on the clock’s face in a night that loses or gains an hour, at %s: %s', (now, expected) => {
    expect(stateAt(now)).toBe(expected)
  })

  it('end right after the gap where their end is skipped', () => {
    expect(stateAt('2026-03-08T00:00:00-06:00', { end: 150 })).toBe('until 2026-03-08T03:30:00-05:00')
  })

  it('differ by the weekday on which the night begins', () => {
    // 24 January 2026 is a Saturday.
    const weekdays = { sat: { end: 9 * 60 }, fri: { start: 23 * 60 } }
    expect(stateAt('2026-01-23T22:30:00-06:00', { weekdays })).toBe('next 2026-01-23T23:00:00-06:00')
    expect(stateAt('2026-01-24T08:00:00-06:00', { weekdays })).toBe('next 2026-01-24T22:00:00-06:00')
    expect(stateAt('2026-01-25T08:00:00-06:00', { weekdays })).toBe('until 2026-01-25T09:00:00-06:00')
  })

  it('may lie within one day', () => {
    const nap = { start: 13 * 60, end: 15 * 60 }
    expect(stateAt('2026-01-20T12:59:59-06:00', nap)).toBe('next 2026-01-20T13:00:00-06:00')
    expect(stateAt('2026-01-20T14:00:00-06:00', nap)).toBe('until 2026-01-20T15:00:00-06:00')
    expect(stateAt('2026-01-20T15:00:00-06:00', nap)).toBe('next 2026-01-21T13:00:00-06:00')
  })

  it('have a zone of their own', () => {
    expect(stateAt('2026-01-20T22:30:00+01:00', { zone: 'Europe/Berlin' })).toBe('until 2026-01-21T07:00:00+01:00')
  })

  it('are none where they are off, or begin when they end', () => {
    expect(stateAt('2026-01-20T23:00:00-06:00', { enabled: false })).toBe('never')
    expect(stateAt('2026-01-20T23:00:00-06:00', { start: 600, end: 600 })).toBe('never')
  })
})
