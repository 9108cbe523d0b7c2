import { describe, expect, it } from 'vitest'
import { cycleWords } from '../../../main/headless/words/cycle-words.ts'
import type { CycleDocument } from '../../../main/operator/cycle-document.ts'

const quiet: CycleDocument = {
  now: '2026-01-20T09:05:00-06:00',
  dry_run: false,
  duration_ms: 31.4,
  monitors: { health: { ran: true, duration_ms: 4, error: null, rules: {} } },
  findings: [],
  messages: [],
  suppressed: [],
  sources: {},
}

describe('a cycle in words', () => {
  it('says so when there is nothing to say', () => {
    expect(cycleWords(quiet)).toBe('2026-01-20T09:05:00-06:00  Checked health in 31 ms.\nNothing to say.')
  })

  it('says what holds, what became of it, what was held back and what could not be seen', () => {
    const words = cycleWords({
      ...quiet,
      dry_run: true,
      monitors: {
        health: {
          ran: true,
          duration_ms: 4,
          error: 'boom\u001b[2J',
          rules: { hrv: { outcome: 'insufficient_data', detail: '9 of 14 nights' }, sleep: { outcome: 'clear' } },
        },
      },
      findings: [
        {
          key: 'task:overdue',
          monitor: 'tasks',
          rule: 'overdue',
          severity: 'high',
          title: '1 task is overdue',
          body: 'Memphis report.',
          evidence: {},
        },
      ],
      messages: [
        { keys: ['task:overdue'], channel: 'native', outcome: 'would_send' },
        { keys: ['task:overdue'], channel: 'journal', outcome: 'delivered' },
      ],
      suppressed: [{ key: 'task:due_tomorrow:2026-01-21', stage: 'quiet_hours', reason: 'quiet hours until 07:00' }],
      sources: {
        oura: { state: 'ok', from: 'cache', newest_reading: '2026-01-20' },
        workos: { state: 'not_configured', from: 'none', newest_reading: null },
      },
    })
    expect(words.split('\n')).toEqual([
      '2026-01-20T09:05:00-06:00  Checked health in 31 ms (dry run: nothing was delivered).',
      'SEVERITY  KEY           TOLD               WHAT',
      'high      task:overdue  native would send  1 task is overdue Memphis report.',
      'Not sent: task:due_tomorrow:2026-01-21 (quiet hours until 07:00)',
      'Not judged, for want of data: hrv (9 of 14 nights).',
      'The health monitor failed: boom [2J',
      'Sources: oura ok (from cache, newest 2026-01-20); workos not configured.',
    ])
  })
})
