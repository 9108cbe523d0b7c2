import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  dayOfWeek,
  daysBetween,
  endOfDay,
  formatInstant,
  instantAt,
  isLocalDay,
  isTimeZone,
  localDayOf,
  localMinuteOf,
  startOfDay,
} from '../../../main/domain/local-day.ts'

const chicago = 'America/Chicago'
const at = (text: string) => Date.parse(text)

describe('local days', () => {
  it.each([
    ['2026-01-20T05:59:59Z', '2026-01-19'],
    ['2026-01-20T06:00:00Z', '2026-01-20'],
    ['2026-07-01T04:59:59Z', '2026-06-30'],
    ['2026-07-01T05:00:00Z', '2026-07-01'],
  ])('%s in Chicago belongs to %s', (instant, day) => {
    expect(localDayOf(at(instant), chicago)).toBe(day)
  })

  it('have 23 hours when the clock goes forward and 25 when it goes back', () => {
    expect((endOfDay('2026-03-08', chicago) - startOfDay('2026-03-08', chicago)) / 3_600_000).toBe(23)
    expect((endOfDay('2026-11-01', chicago) - startOfDay('2026-11-01', chicago)) / 3_600_000).toBe(25)
  })

  it('put a time that daylight saving skips just after the gap', () => {
    expect(formatInstant(instantAt('2026-03-08', 150, chicago), chicago)).toBe('2026-03-08T03:30:00-05:00')
  })

  it('count across months and years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(daysBetween('2025-12-31', '2026-01-02')).toBe(2)
    expect(daysBetween('2026-01-02', '2025-12-31')).toBe(-2)
  })

  it('read the minute on the clock', () => {
    expect(localMinuteOf(at('2026-01-20T15:05:00Z'), chicago)).toBe(9 * 60 + 5)
  })

  it.each([
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-1-2', false],
    ['20260102', false],
    ['', false],
  ])('tell a real day from another text: %j', (text, real) => {
    expect(isLocalDay(text)).toBe(real)
  })

  it('know time zones', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
  })
})

describe('counting days', () => {
  const days = fc
    .integer({ min: -650_000, max: 2_900_000 })
    .map((count) => Temporal.PlainDate.from('1970-01-01').add({ days: count }).toString())

  it('is what the calendar says, from year 190 to 9909, and 54 years around', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        const date = Temporal.PlainDate.from(day)
        const moved = date.add({ days: count })
        expect(addDays(day, count)).toBe(moved.toString())
        expect(daysBetween(day, moved.toString())).toBe(count)
        expect(dayOfWeek(day)).toBe(date.dayOfWeek)
        expect(isLocalDay(day)).toBe(true)
      }),
    )
  })

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '+02026-1-1',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00',
    '',
  ])('%j is no day', (text) => {
    expect(isLocalDay(text)).toBe(false)
  })
})
