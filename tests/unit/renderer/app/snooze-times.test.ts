import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../../renderer/app/formats.ts'
import { daysToMonday, nextMonday, tomorrowMorning } from '../../../../renderer/app/snooze-times.ts'

const chicago = createFormats('en-GB', 'America/Chicago')
const at = (text: string) => Date.parse(text)

describe('tomorrow morning', () => {
  it('is 9:00 on the next day', () => {
    expect(tomorrowMorning(at('2026-01-20T09:20:00-06:00'), chicago)).toBe(at('2026-01-21T09:00:00-06:00'))
    expect(tomorrowMorning(at('2026-01-20T23:59:00-06:00'), chicago)).toBe(at('2026-01-21T09:00:00-06:00'))
  })

  it('is 9:00 on the clock when the clock changes in the night', () => {
    expect(tomorrowMorning(at('2026-03-07T20:00:00-06:00'), chicago)).toBe(at('2026-03-08T09:00:00-05:00'))
    expect(tomorrowMorning(at('2026-10-31T20:00:00-05:00'), chicago)).toBe(at('2026-11-01T09:00:00-06:00'))
  })
})

describe('next Monday', () => {
  it('is after today, also on a Monday', () => {
    expect(nextMonday(at('2026-01-20T09:00:00-06:00'), chicago)).toBe(at('2026-01-26T09:00:00-06:00'))
    expect(nextMonday(at('2026-01-19T08:00:00-06:00'), chicago)).toBe(at('2026-01-26T09:00:00-06:00'))
    expect(daysToMonday('2026-01-25')).toBe(1)
  })
})
