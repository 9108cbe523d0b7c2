import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../../renderer/app/formats.ts'

const formats = createFormats('en-GB', 'America/Chicago')
const now = Date.parse('2026-01-20T09:20:00-06:00')
/** Editions of the locale data differ in this comma. */
const plain = (text: string) => text.replace(',', '')
const minute = 60_000
const hour = 60 * minute

describe('relative times', () => {
  it.each([
    [now - 20_000, 'just now'],
    [now + 20_000, 'in a moment'],
    [now - 4 * minute, '4 min ago'],
    [now + 4 * minute, 'in 4 min'],
    [now - 3 * hour, '3 h ago'],
    [now - 24 * hour, 'Mon 19 Jan'],
  ])('say %d as %s', (at, words) => {
    expect(plain(formats.relative(at, now))).toBe(words)
  })
})

describe('brief times', () => {
  it('give the clock today, the weekday within a week, a date before', () => {
    expect(formats.brief(now - hour, now)).toBe('8:20')
    expect(formats.brief(now - 26 * hour, now)).toBe('Mon')
    expect(formats.brief(now - 10 * 24 * hour, now)).toBe('10 Jan')
  })

  it('count days on the operator’s calendar, not in hours', () => {
    const lateYesterday = Date.parse('2026-01-19T23:50:00-06:00')
    expect(formats.brief(lateYesterday, Date.parse('2026-01-20T00:10:00-06:00'))).toBe('Mon')
  })
})

describe('days', () => {
  it('are named near today and dated beyond', () => {
    expect(formats.dayName('2026-01-20', '2026-01-20')).toBe('Today')
    expect(formats.dayName('2026-01-21', '2026-01-20')).toBe('Tomorrow')
    expect(formats.dayName('2026-01-19', '2026-01-20')).toBe('Yesterday')
    expect(formats.dayName('2026-01-23', '2026-01-20')).toBe('Friday')
    expect(plain(formats.dayName('2026-01-16', '2026-01-20'))).toBe('Fri 16 Jan')
  })

  it('carry the year when it is far', () => {
    expect(formats.shortDay('2021-03-01', '2026-01-20')).toBe('1 Mar 2021')
    expect(formats.shortDay('2025-12-28', '2026-01-20')).toBe('28 Dec')
  })

  it('belong to the operator’s zone', () => {
    expect(formats.dayOf(Date.parse('2026-01-21T05:00:00Z'))).toBe('2026-01-20')
    expect(formats.hourOf(Date.parse('2026-01-21T05:00:00Z'))).toBe(23)
  })
})

describe('durations', () => {
  it.each([
    [31, '31 ms'],
    [1400, '1.4 s'],
    [45_000, '45 s'],
    [3 * minute, '3 min'],
    [19 * hour, '19 h'],
    [72 * hour, '3 d'],
  ])('say %d ms as %s', (ms, words) => {
    expect(formats.duration(ms)).toBe(words)
  })
})
