import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../main/domain/alert.ts'
import type { Finding } from '../../../main/domain/finding.ts'
import { hour, minute } from '../../../main/domain/instant.ts'
import type { Severity } from '../../../main/domain/severity.ts'
import type { Verdict } from '../../../main/pipeline/batch.ts'
import { plan, stages } from '../../../main/pipeline/plan.ts'
import { recordOf, type PlanRecord } from '../../../main/pipeline/record.ts'
import type { Told, World } from '../../../main/pipeline/world.ts'
import { alert } from '../../support/builders/alert.ts'
import { finding, firing, verdict } from '../../support/builders/finding.ts'
import { byKey, nineOClock, toldOf, world } from '../../support/builders/world.ts'

const now = nineOClock
const readiness = 'health:readiness:2026-01-20'

function planned(verdicts: readonly Verdict[], change: Partial<World> = {}): PlanRecord {
  const loaded = world(change)
  return recordOf(plan(verdicts, loaded), loaded)
}

const toldKeys = ({ messages }: PlanRecord) => [...new Set(messages.flatMap(({ message }) => message.tells.map(({ key }) => key)))]
const reasonOf = ({ suppressed }: PlanRecord, key: string) => suppressed.find((each) => each.key === key)
const saved = ({ alerts }: PlanRecord, key: string) => alerts.find((each) => each.key === key)

/** An alert that was told so many milliseconds ago, and its finding now. */
function again(
  key: string,
  ago: number,
  change: { readonly finding?: Partial<Finding>; readonly alert?: Partial<Alert>; readonly told?: Partial<Told> } = {},
) {
  const standing = alert(key, change.alert)
  const { severity, members } = standing
  return planned(firing(finding(key, { severity, members, ...change.finding })), {
    alerts: byKey(standing),
    told: new Map([toldOf(standing, now - ago, change.told)]),
  })
}

it('the plan is one visible list', () => {
  expect(stages.map(({ name }) => name)).toEqual(['correlate', 'inhibit', 'silence', 'deduplicate', 'storm_limit', 'quiet_hours', 'route'])
})

describe('correlate', () => {
  it('opens an alert for a finding that is new', () => {
    const record = planned(firing(finding(readiness)))
    expect(saved(record, readiness)).toMatchObject({ state: 'open', openedAt: now, flaps: 0, severity: 'medium' })
    expect(record.journal.map(({ type }) => type)).toEqual(['finding'])
    expect(toldKeys(record)).toEqual([readiness])
  })

  it('leaves an alert alone where only the age of its value grew', () => {
    const record = again(readiness, minute, {
      alert: { evidence: { value: 62, age_seconds: 5 } },
      finding: { evidence: { value: 62, age_seconds: 905 } },
    })
    expect(saved(record, readiness)).toMatchObject({
      updatedAt: alert(readiness).updatedAt,
      lastSeenAt: now,
      evidence: { age_seconds: 905 },
    })
    expect(record.journal.map(({ type }) => type)).toEqual(['suppression'])
  })

  it('updates it for a new value of the same day, and tells nobody', () => {
    const record = again(readiness, minute, { finding: { body: 'Your readiness is 60 (low).' } })
    expect(saved(record, readiness)).toMatchObject({ body: 'Your readiness is 60 (low).', updatedAt: now })
    expect(toldKeys(record)).toEqual([])
  })

  it.each([
    ['clear', [verdict('health', { rule: 'readiness', outcome: 'clear' })], true],
    ['off', [verdict('health', { rule: 'readiness', outcome: 'off' })], true],
    ['firing for another day', firing(finding('health:readiness:2026-01-21')), true],
    ['lacking data', [verdict('health', { rule: 'readiness', outcome: 'insufficient_data', detail: '' })], false],
    ['between its hours, and it is still so', [verdict('health', { rule: 'readiness', outcome: 'not_due', holding: [readiness] })], false],
    ['between its hours, and it is no longer so', [verdict('health', { rule: 'readiness', outcome: 'not_due', holding: [] })], true],
    ['not run, or it threw', [], false],
    ['clear, but another speaker’s', [verdict('tasks', { rule: 'readiness', outcome: 'clear' })], false],
  ])('clears an alert whose rule is %s: %3$s', (_, verdicts, isCleared) => {
    const standing = alert(readiness)
    const record = planned(verdicts, { alerts: byKey(standing), told: new Map([toldOf(standing, now - minute)]) })
    if (isCleared) {
      expect(saved(record, readiness)).toMatchObject({ state: 'resolved', closedBy: 'rule', closedAt: now, clearedAt: now })
      expect(record.cancelled).toEqual([standing.id])
    } else expect(record.cancelled).toEqual([])
  })

  it('reopens what fires again within an hour, counts the flap, and starts no new alert', () => {
    const cleared = alert(readiness, { state: 'resolved', closedAt: now - minute, clearedAt: now - minute, flaps: 1 })
    const record = planned(firing(finding(readiness)), {
      recentlyCleared: byKey(cleared),
      told: new Map([toldOf(cleared, now - 10 * minute)]),
    })
    expect(saved(record, readiness)).toMatchObject({ id: cleared.id, state: 'open', flaps: 2, closedAt: null, clearedAt: null })
    expect(reasonOf(record, readiness)?.reason).toBe('sent 10 min ago, window 4 h')
  })

  it.each(['resolved', 'dismissed'] as const)(
    'keeps %s what the owner closed while it is still so, until it is worse or clears',
    (state) => {
      const closed = alert('task:overdue', { state, closedBy: 'owner', closedAt: now - hour, severity: 'high', members: ['t1'] })
      const change = { alerts: byKey(closed), told: new Map([toldOf(closed, now - 48 * hour)]) }
      const said = (more: Partial<Finding>) =>
        planned(firing(finding('task:overdue', { severity: 'high', members: ['t1'], ...more })), change)
      expect(reasonOf(said({}), 'task:overdue')?.reason).toBe(`${state} by you`)
      expect(saved(said({}), 'task:overdue')?.state).toBe(state)
      for (const worse of [{ severity: 'critical' as const }, { members: ['t1', 't2'] }]) {
        expect(saved(said(worse), 'task:overdue')?.state).toBe('open')
        expect(toldKeys(said(worse))).toEqual(['task:overdue'])
      }
      const over = planned([verdict('tasks', { rule: 'overdue', outcome: 'clear' })], change)
      expect(saved(over, 'task:overdue')).toMatchObject({ state, clearedAt: now })
    },
  )
})

describe('inhibit', () => {
  it.each<[string, Severity, string, string | null]>([
    ['source:unreachable:oura', 'low', 'source:stale:oura', 'inhibited by source:unreachable:oura'],
    ['source:reconnect:oura', 'medium', 'source:stale:oura', 'inhibited by source:reconnect:oura'],
    ['source:unreachable:workos', 'low', 'source:stale:oura', null],
    ['health:sleep:2026-01-20', 'critical', 'pattern:sleep_debt', 'inhibited by health:sleep:2026-01-20'],
    ['health:sleep:2026-01-20', 'medium', 'pattern:sleep_debt', null],
    ['source:not_worn:oura', 'info', readiness, 'inhibited by source:not_worn:oura'],
    ['source:not_worn:oura', 'info', 'task:overdue', null],
  ])('%s (%s) mutes %s: %s', (cause, severity, effect, reason) => {
    const record = planned(firing(finding(cause, { severity }), finding(effect)))
    expect(reasonOf(record, effect)?.reason ?? null).toBe(reason)
    expect(toldKeys(record)).toContain(cause)
    expect(saved(record, effect)?.state).toBe('open')
  })

  it('also where the cause stands from before, and no longer once it clears', () => {
    const cause = alert('health:sleep:2026-01-20', { severity: 'critical' })
    const change = { alerts: byKey(cause), told: new Map([toldOf(cause, now - minute)]) }
    const debt = firing(finding('pattern:sleep_debt', { severity: 'high' }))
    expect(reasonOf(planned(debt, change), 'pattern:sleep_debt')?.stage).toBe('inhibit')
    expect(toldKeys(planned([...debt, verdict('health', { rule: 'sleep', outcome: 'clear' })], change))).toEqual(['pattern:sleep_debt'])
  })

  it('what was muted is told once its cause is gone, though its rule does not run', () => {
    const muted = alert('pattern:sleep_debt', { severity: 'high', suppression: { stage: 'inhibit', reason: 'inhibited', at: now - hour } })
    expect(toldKeys(planned([], { alerts: byKey(muted) }))).toEqual(['pattern:sleep_debt'])
  })
})

describe('silence', () => {
  it('keeps a snoozed alert silent until its time, however it is said', () => {
    const snoozed = alert(readiness, { state: 'snoozed', snoozedUntil: now + 2 * hour })
    expect(reasonOf(planned(firing(finding(readiness)), { alerts: byKey(snoozed) }), readiness)).toMatchObject({
      stage: 'silence',
      reason: 'snoozed until 11:00',
    })
    const tomorrow = alert(readiness, { state: 'snoozed', snoozedUntil: now + 24 * hour })
    expect(reasonOf(planned(firing(finding(readiness)), { alerts: byKey(tomorrow) }), readiness)?.reason).toBe(
      'snoozed until 2026-01-21 09:00',
    )
  })

  it.each([
    ['its rule says so again', true],
    ['its rule is between its hours', false],
  ])('lets it come back where it is still so and %s', (_, isSaid) => {
    const snoozed = alert('task:due_today:2026-01-20:9', { state: 'snoozed', snoozedUntil: now, severity: 'medium' })
    const verdicts = isSaid
      ? firing(finding(snoozed.key))
      : [verdict('tasks', { rule: 'due_today', outcome: 'not_due', holding: [snoozed.key] })]
    const record = planned(verdicts, { alerts: byKey(snoozed), told: new Map([toldOf(snoozed, now - hour)]) })
    expect(toldKeys(record)).toEqual([snoozed.key])
    expect(saved(record, snoozed.key)).toMatchObject({ state: 'open', snoozedUntil: null })
    expect(record.journal.map(({ type }) => type)).toEqual(['alert_returned'])
  })

  it('a snooze that ends in a pause sleeps on, and comes back after it', () => {
    const snoozed = alert(readiness, { state: 'snoozed', snoozedUntil: now - minute })
    const change = { alerts: byKey(snoozed), told: new Map([toldOf(snoozed, now - hour)]) }
    const during = planned(firing(finding(readiness)), { ...change, pausedUntil: now + hour })
    expect(saved(during, readiness)).toMatchObject({ state: 'snoozed', suppression: { reason: 'paused until 10:00' } })
    const after = planned(firing(finding(readiness)), { ...change, alerts: byKey(saved(during, readiness) ?? snoozed) })
    expect(toldKeys(after)).toEqual([readiness])
  })

  it.each<[string, Partial<World>, string | null]>([
    ['muted for good', { mutedRules: new Map([['readiness', null]]) }, 'rule muted'],
    ['muted for a while', { mutedRules: new Map([['readiness', now + hour]]) }, 'rule muted until 10:00'],
    ['muted until now', { mutedRules: new Map([['readiness', now]]) }, null],
    ['of another rule', { mutedRules: new Map([['sleep', null]]) }, null],
    ['paused', { pausedUntil: now + hour }, 'paused until 10:00'],
    ['paused until now', { pausedUntil: now }, null],
  ])('%s: %3$s', (_, change, reason) => {
    const record = planned(firing(finding(readiness)), change)
    expect(reasonOf(record, readiness)?.reason ?? null).toBe(reason)
    expect(saved(record, readiness)?.state).toBe('open')
  })

  it('what a pause stopped is told after it, though its rule does not run', () => {
    const stopped = alert('task:due_today:2026-01-20:9', {
      suppression: { stage: 'silence', reason: 'paused until 08:00', at: now - hour },
    })
    expect(toldKeys(planned([], { alerts: byKey(stopped) }))).toEqual([stopped.key])
  })
})

describe('deduplicate', () => {
  it.each<[string, Severity, number, string | null]>([
    [readiness, 'medium', 40 * minute, 'sent 40 min ago, window 4 h'],
    [readiness, 'medium', 4 * hour - 1, 'sent 3 h ago, window 4 h'],
    [readiness, 'medium', 4 * hour, 'already told'],
    [readiness, 'critical', hour - 1, 'sent 59 min ago, window 1 h'],
    [readiness, 'critical', hour, null],
    ['task:overdue', 'high', 24 * hour - 1, 'sent 23 h ago, window 24 h'],
    ['task:overdue', 'high', 24 * hour, null],
    ['commitment:violated:p', 'critical', 24 * hour - 1, 'sent 23 h ago, window 24 h'],
    ['commitment:violated:p', 'critical', 24 * hour, null],
    ['pattern:overcommitment', 'medium', 7 * 24 * hour - 1, 'sent 6 days ago, window 7 days'],
    ['pattern:overcommitment', 'medium', 7 * 24 * hour, null],
    ['source:unreachable:oura', 'low', hour - 1, 'sent 59 min ago, window 1 h'],
    ['source:unreachable:oura', 'low', hour, 'already told'],
    [readiness, 'medium', 0, 'sent just now, window 4 h'],
  ])('%s (%s), told %d ms ago: %s', (key, severity, ago, reason) => {
    const record = again(key, ago, { alert: { severity } })
    expect(reasonOf(record, key)?.reason ?? null).toBe(reason)
    expect(toldKeys(record)).toEqual(reason === null ? [key] : [])
  })

  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('a critical reading told %d times is told again: %s', (times, isTold) => {
    const record = again(readiness, 2 * hour, { alert: { severity: 'critical' }, told: { times } })
    expect(toldKeys(record)).toEqual(isTold ? [readiness] : [])
    if (!isTold) expect(reasonOf(record, readiness)?.reason).toBe('told 3 times')
  })

  it('a higher severity breaks the window, a lower one does not', () => {
    expect(toldKeys(again(readiness, minute, { finding: { severity: 'critical' } }))).toEqual([readiness])
    expect(toldKeys(again(readiness, minute, { alert: { severity: 'critical' }, finding: { severity: 'medium' } }))).toEqual([])
  })

  it.each([
    ['a task that joins', ['t1', 't2', 't3'], true],
    ['a shrinking list', ['t1'], false],
    ['the same list in another order', ['t2', 't1'], false],
  ])('%s notifies again: %3$s', (_, members, isTold) => {
    const record = again('task:overdue', minute, { alert: { severity: 'high', members: ['t1', 't2'] }, finding: { members } })
    expect(toldKeys(record)).toEqual(isTold ? ['task:overdue'] : [])
  })

  it('a task that left and comes back was named before', () => {
    const record = again('task:overdue', minute, {
      alert: { severity: 'high', members: ['t1'] },
      finding: { members: ['t1', 't2'] },
      told: { members: ['t1', 't2'] },
    })
    expect(toldKeys(record)).toEqual([])
  })

  it('acknowledged is silent until it is worse or names something new', () => {
    const acknowledged = { alert: { state: 'acknowledged', severity: 'high', members: ['t1'] } as const }
    expect(reasonOf(again('task:overdue', 48 * hour, acknowledged), 'task:overdue')?.reason).toBe('acknowledged')
    for (const news of [{ severity: 'critical' as const }, { members: ['t1', 't2'] }]) {
      const record = again('task:overdue', minute, { ...acknowledged, finding: news })
      expect(toldKeys(record)).toEqual(['task:overdue'])
      expect(saved(record, 'task:overdue')).toMatchObject({ state: 'open', acknowledgedAt: null })
    }
  })

  it('a new alert of a key keeps to the window of the last, unless it names something new', () => {
    const before = alert('task:overdue', { id: 'a-before', severity: 'high', members: ['t1'] })
    const change = { told: new Map([toldOf(before, now - hour)]) }
    const said = (members: readonly string[]) => planned(firing(finding('task:overdue', { severity: 'high', members })), change)
    expect(reasonOf(said(['t1']), 'task:overdue')?.reason).toBe('sent 1 h ago, window 24 h')
    expect(toldKeys(said(['t2']))).toEqual(['task:overdue'])
  })

  it('what waits in the outbox needs no second message, unless there is news', () => {
    const standing = alert(readiness)
    const change = { alerts: byKey(standing), waiting: new Map([[readiness, { severity: 'medium' as const, members: [] }]]) }
    expect(reasonOf(planned(firing(finding(readiness)), change), readiness)?.reason).toBe('waits to be sent')
    expect(toldKeys(planned(firing(finding(readiness, { severity: 'critical' })), change))).toEqual([readiness])
  })

  it('counts what was told and what waits together', () => {
    const standing = alert('task:overdue', { severity: 'high', members: ['t1', 't2'] })
    const record = planned(firing(finding('task:overdue', { severity: 'high', members: ['t1', 't2'] })), {
      alerts: byKey(standing),
      told: new Map([toldOf(standing, now - 48 * hour, { members: ['t1'] })]),
      waiting: new Map([['task:overdue', { severity: 'high' as const, members: ['t2'] }]]),
    })
    expect(reasonOf(record, 'task:overdue')?.reason).toBe('waits to be sent')
  })

  it('is not silenced for longer than its window by a clock that went back', () => {
    expect(toldKeys(again('task:overdue', -48 * hour, { alert: { severity: 'high' } }))).toEqual(['task:overdue'])
  })
})

describe('storm limit', () => {
  const many = (count: number, severity: Severity, name: string) =>
    Array.from({ length: count }, (_, index) => finding(`pattern:procrastination:${name}${index}`, { severity }))

  it('tells twenty and counts the rest in one message', () => {
    const record = planned(firing(...many(27, 'medium', 't')))
    expect(toldKeys(record)).toHaveLength(20)
    const summaries = record.messages.filter(({ message }) => message.kind === 'storm_summary')
    expect(new Set(summaries.map(({ message }) => message.title))).toEqual(new Set(['7 more alerts held']))
    expect(record.suppressed).toHaveLength(7)
    expect(record.suppressed[0]).toMatchObject({ stage: 'storm_limit', reason: 'storm limit' })
  })

  it('tells the highest severity first', () => {
    const record = planned(firing(...many(20, 'medium', 'm'), ...many(5, 'critical', 'c')))
    expect(toldKeys(record).filter((key) => key.includes(':c'))).toHaveLength(5)
  })

  it('tells exactly twenty without a word', () => {
    expect(planned(firing(...many(20, 'medium', 't'))).messages.every(({ message }) => message.kind === 'alert')).toBe(true)
  })

  it('tells the rest in the next checks, though their rules do not run', () => {
    const held = many(3, 'medium', 't').map(({ key }) =>
      alert(key, { suppression: { stage: 'storm_limit', reason: 'storm limit', at: now } }),
    )
    expect(toldKeys(planned([], { alerts: byKey(...held) }))).toHaveLength(3)
  })
})

describe('quiet hours', () => {
  const quiet = { active: true, until: now + 10 * hour, reason: 'quiet_hours' } as const
  const held = alert('task:overdue', {
    severity: 'high',
    heldForMorning: true,
    suppression: { stage: 'quiet_hours', reason: '', at: now - hour },
  })

  it('hold back everything but critical, and say until when', () => {
    const record = planned(firing(finding(readiness, { severity: 'critical' }), finding('task:overdue', { severity: 'high' })), { quiet })
    expect(toldKeys(record)).toEqual([readiness])
    expect(reasonOf(record, 'task:overdue')).toMatchObject({ stage: 'quiet_hours', reason: 'quiet hours until 19:00' })
    expect(saved(record, 'task:overdue')).toMatchObject({ state: 'open', heldForMorning: true })
  })

  it('what was held and is still open is told together, though its rule does not run', () => {
    const other = alert('pattern:overcommitment', { heldForMorning: true })
    const record = planned([], { alerts: byKey(held, other) })
    expect(record.messages.map(({ message }) => [message.kind, message.severity, message.title])).toContainEqual([
      'morning_summary',
      'high',
      '2 alerts while it was quiet',
    ])
    expect(record.messages.every(({ message }) => message.kind === 'morning_summary')).toBe(true)
    expect(record.alerts.every(({ heldForMorning, suppression }) => !heldForMorning && suppression === null)).toBe(true)
  })

  it('what cleared meanwhile, was answered, or is snoozed is not', () => {
    const cleared = planned([verdict('tasks', { rule: 'overdue', outcome: 'clear' })], { alerts: byKey(held) })
    expect(cleared.messages).toEqual([])
    expect(saved(cleared, 'task:overdue')?.heldForMorning).toBe(false)
    const snoozed = alert('task:overdue', { state: 'snoozed', snoozedUntil: now + hour })
    expect(planned([], { alerts: byKey(snoozed) }).messages).toEqual([])
  })

  it('the summary waits for a pause and a mute to end', () => {
    expect(planned([], { alerts: byKey(held), pausedUntil: now + hour }).messages).toEqual([])
    expect(planned([], { alerts: byKey(held), mutedRules: new Map([['overdue', null]]) }).messages).toEqual([])
  })

  it('what became critical in the night is told then, and not again in the morning', () => {
    const night = planned(firing(finding('task:overdue', { severity: 'critical' })), { alerts: byKey(held), quiet })
    expect(toldKeys(night)).toEqual(['task:overdue'])
    expect(saved(night, 'task:overdue')?.heldForMorning).toBe(false)
  })

  it('no window that began before keeps out of the morning what was news in the night', () => {
    const record = planned(firing(finding('task:overdue', { severity: 'high' })), {
      alerts: byKey(held),
      told: new Map([toldOf(held, now - 2 * hour)]),
    })
    expect(record.messages.map(({ message }) => message.kind)).toContain('morning_summary')
  })
})

describe('route', () => {
  it.each<[Severity, readonly string[]]>([
    ['info', ['journal']],
    ['low', ['journal']],
    ['medium', ['journal', 'native']],
    ['high', ['journal', 'native', 'telegram']],
    ['critical', ['journal', 'native', 'telegram']],
  ])('%s goes to %j', (severity, channels) => {
    const record = planned(firing(finding(readiness, { severity })))
    expect(record.messages.map(({ message }) => message.channel).toSorted()).toEqual(channels)
  })
})
