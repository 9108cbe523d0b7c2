import { describe, expect, it } from 'vitest'
import { readSnooze } from '../../../main/operator/read-snooze.ts'

/** 9:05 in Chicago. */
const now = Date.parse('2026-01-20T15:05:00Z')

describe('how long to be quiet', () => {
  it.each([
    ['2h', '2026-01-20T17:05:00Z'],
    ['30 min', '2026-01-20T15:35:00Z'],
    ['90m', '2026-01-20T16:35:00Z'],
    ['1.5 hours', '2026-01-20T16:35:00Z'],
    ['2 days', '2026-01-22T15:05:00Z'],
    ['until tomorrow 9:00', '2026-01-21T15:00:00Z'],
    ['tomorrow', '2026-01-21T15:00:00Z'],
    ['2026-01-23', '2026-01-23T15:00:00Z'],
  ])('%s is %s', async (text, expected) => {
    expect(new Date(await readSnooze(text, 'America/Chicago', now)).toISOString()).toBe(expected.replace('Z', '.000Z'))
  })

  it('says what it does not understand', async () => {
    await expect(readSnooze('blue', 'America/Chicago', now)).rejects.toThrow('"blue" is no date that is understood')
  })
})
