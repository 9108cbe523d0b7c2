import { describe, expect, it } from 'vitest'
import { debriefOf, isDebriefDue, type DebriefFacts, type DebriefMoment } from '../../../main/pipeline/debrief.ts'

const nothing: DebriefFacts = { day: '2026-01-20', held: [], resolved: [], open: [], dueToday: [], toRate: [], sleepArrived: true }
const suppression = { stage: 'quiet_hours', reason: 'quiet hours until 07:00', at: 1 }

describe('the debrief', () => {
  it('is not written on a day with nothing to say', () => {
    expect(debriefOf(nothing)).toBeNull()
    expect(debriefOf({ ...nothing, sleepArrived: false })).toBeNull()
  })

  it('says what is due, open, held and resolved, and asks for ratings', () => {
    const debrief = debriefOf({
      ...nothing,
      held: [{ title: 'Late night', suppression }],
      resolved: [{ title: 'Sleep was short' }],
      open: [{ title: '3 tasks overdue', severity: 'high' }],
      dueToday: ['Memphis report'],
      toRate: [{ title: 'Readiness is low' }],
    })
    expect(debrief?.title).toBe('Your day: 1 still open, 1 due today, 1 resolved')
    expect(debrief?.body).toBe(
      [
        'Due today (1):\n- Memphis report',
        'Still open (1):\n- 3 tasks overdue (high)',
        'Held back (1):\n- Late night: quiet hours until 07:00',
        'Resolved since yesterday (1):\n- Sleep was short',
        'Were these useful, wrong or known? Rate them in the inbox or with `thanos alerts rate` (1):\n- Readiness is low',
      ].join('\n\n'),
    )
  })

  it('names five of each and counts the rest', () => {
    const dueToday = Array.from({ length: 8 }, (_, index) => `task ${index + 1}`)
    expect(debriefOf({ ...nothing, dueToday })?.body).toBe('Due today (8):\n- task 1\n- task 2\n- task 3\n- task 4\n- task 5\nand 3 more')
  })

  it('says when last night is missing', () => {
    expect(debriefOf({ ...nothing, dueToday: ['x'], sleepArrived: false })?.body).toContain("Last night's sleep has not arrived yet")
  })
})

describe('the debrief is due', () => {
  const morning: DebriefMoment = {
    today: '2026-01-20',
    lastDebrief: '2026-01-19',
    isQuiet: false,
    isAwake: true,
    sleepArrived: true,
    minuteOfDay: 8 * 60,
  }

  it.each([
    [{}, true],
    [{ lastDebrief: null }, true],
    [{ lastDebrief: '2026-01-20' }, false],
    // The clock went back over midnight: yesterday's owner has had this day's debrief.
    [{ lastDebrief: '2026-01-21' }, false],
    [{ isQuiet: true }, false],
    [{ isAwake: false }, false],
    [{ sleepArrived: false }, false],
    [{ sleepArrived: false, minuteOfDay: 12 * 60 - 1 }, false],
    [{ sleepArrived: false, minuteOfDay: 12 * 60 }, true],
    [{ sleepArrived: null }, true],
  ] as const)('with %j: %s', (change, due) => {
    expect(isDebriefDue({ ...morning, ...change })).toBe(due)
  })
})
