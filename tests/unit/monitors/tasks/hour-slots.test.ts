import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt } from '../../../../main/domain/local-day.ts'
import { hourSlotAt, slotName } from '../../../../main/monitors/tasks/hour-slot.ts'
import { check } from '../../../support/builders/checks.ts'
import { promise } from '../../../support/builders/promise.ts'
import { task } from '../../../support/builders/task.ts'
import { monitorSettings } from '../../../support/builders/settings.ts'

const zone = 'America/Chicago'
const slotAt = (now: string, used: readonly string[] = [], hours: readonly number[] = [9, 14]) =>
  hourSlotAt('due_today', hours, new Set(used), Date.parse(now), zone)

describe('an hour slot', () => {
  it.each([
    ['before the first hour', '2026-01-20T08:59:59-06:00', null],
    ['at the hour', '2026-01-20T09:00:00-06:00', 9],
    ['after it', '2026-01-20T09:14:00-06:00', 9],
    ['slept through until the next hour but one minute', '2026-01-20T13:59:59-06:00', 9],
    ['slept through until the next slot came', '2026-01-20T14:00:00-06:00', 14],
    ['in the evening', '2026-01-20T23:59:59-06:00', 14],
    ['slept through until the next day', '2026-01-21T00:00:00-06:00', null],
  ])('%s: %3$s', (_, now, hour) => {
    const { slot, due } = slotAt(now)
    expect(due ? slot.hour : null).toBe(hour)
  })

  it('is used once', () => {
    expect(slotAt('2026-01-20T09:15:00-06:00', ['due_today 2026-01-20 9']).due).toBe(false)
    expect(slotAt('2026-01-20T14:00:00-06:00', ['due_today 2026-01-20 9'])).toEqual({ slot: { day: '2026-01-20', hour: 14 }, due: true })
    expect(slotAt('2026-01-21T09:00:00-06:00', ['due_today 2026-01-20 9', 'due_today 2026-01-20 14']).due).toBe(true)
  })

  it('of another rule is another slot', () => {
    expect(slotAt('2026-01-20T09:15:00-06:00', ['pile_up 2026-01-20 9']).due).toBe(true)
  })

  it('is not used again when the clock goes back over it', () => {
    // 1:30 comes twice on 1 November 2026.
    const used = ['due_today 2026-11-01 1']
    expect(slotAt('2026-11-01T01:30:00-05:00', [], [1]).due).toBe(true)
    expect(slotAt('2026-11-01T01:30:00-06:00', used, [1]).due).toBe(false)
    // Somebody sets the clock from 9:30 back to 8:30: nothing is due, and at 9:00 the slot has been used.
    expect(slotAt('2026-01-20T08:30:00-06:00', ['due_today 2026-01-20 9']).due).toBe(false)
    expect(slotAt('2026-01-20T09:00:00-06:00', ['due_today 2026-01-20 9']).due).toBe(false)
  })

  it('that daylight saving skips comes right after the gap', () => {
    expect(slotAt('2026-03-08T01:59:59-06:00', [], [2]).due).toBe(false)
    expect(slotAt('2026-03-08T03:00:00-05:00', [], [2])).toEqual({ slot: { day: '2026-03-08', hour: 2 }, due: true })
  })

  it('never is due for a rule without hours', () => {
    expect(slotAt('2026-01-20T15:00:00-06:00', [], []).due).toBe(false)
  })

  it('is due exactly once a day and hour for a machine that checks often, in any zone, whatever the clock does that day', () => {
    const days = fc.constantFrom(
      '2026-01-20',
      '2026-03-08',
      '2026-11-01',
      '2026-03-29',
      '2026-10-25',
      '2026-04-05',
      '2026-10-04',
      '2026-09-06',
    )
    const zones = fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Apia')
    const someHours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(days, zones, someHours, fc.integer({ min: 1, max: 29 }), (day, where, hours, step) => {
        const used = new Set<string>()
        const runs: number[] = []
        const start = instantAt(day, 0, where)
        for (let now = start; now < start + 22 * 3_600_000; now += step * 60_000) {
          const { slot, due } = hourSlotAt('due_today', hours, used, now, where)
          if (!due || slot.day !== day) continue
          runs.push(slot.hour)
          used.add(slotName('due_today', slot))
        }
        // Two hours of the day may be missing at its end: a day has at least 23, and the step may pass the last border.
        const certain = hours.filter((hour) => hour > 2 && hour < 19)
        expect(runs).toEqual([...new Set(runs)].toSorted((a, b) => a - b))
        expect(runs).toEqual(expect.arrayContaining(certain))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a rule with hours', () => {
  const now = '2026-01-20T10:00:00-06:00'

  it('between its hours says what is still true, so that a done task closes its alert at once', () => {
    const used = new Set(['due_today 2026-01-20 9'])
    const tasks = [task('t', { due: '2026-01-20' })]
    expect(check('tasks', 'due_today', { tasks, usedSlots: used }, now)).toEqual({
      rule: 'due_today',
      outcome: 'not_due',
      holding: ['task:due_today:2026-01-20:9'],
    })
    expect(check('tasks', 'due_today', { usedSlots: used }, now)).toEqual({ rule: 'due_today', outcome: 'not_due', holding: [] })
  })

  it('before its first hour holds what an earlier day opened', () => {
    const promises = [promise('p', { due: '2026-01-02' })]
    expect(check('tasks', 'commitment', { promises }, '2026-01-20T07:00:00-06:00')).toEqual({
      rule: 'commitment',
      outcome: 'not_due',
      holding: ['commitment:violated:p'],
    })
  })

  it('has the hours it was given', () => {
    const settings = monitorSettings({ tasks: { hours: { ...monitorSettings().tasks.hours, pile_up: [16] } } })
    const tasks = Array.from({ length: 12 }, (_, index) => task(`t${index}`))
    const at = (moment: string) => check('tasks', 'pile_up', { tasks }, moment, settings).outcome
    expect(at('2026-01-20T15:59:00-06:00')).toBe('not_due')
    expect(at('2026-01-20T16:00:00-06:00')).toBe('firing')
  })

  it.each([
    ['due_today', [9, 14]],
    ['due_tomorrow', [18]],
    ['pile_up', [9]],
    ['commitment', [9, 14, 18]],
    ['commitment_due', [9, 18]],
  ])('%s runs at %j', (rule, hours) => {
    const due = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => {
      const usedBefore = new Set(hours.filter((each) => each < hour).map((each) => `${rule} 2026-01-20 ${each}`))
      const moment = new Date(instantAt('2026-01-20', hour * 60, zone)).toISOString()
      return check('tasks', rule, { usedSlots: usedBefore }, moment).outcome !== 'not_due'
    })
    expect(due).toEqual(hours)
  })
})
