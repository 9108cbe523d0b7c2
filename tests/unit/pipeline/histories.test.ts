import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowClassOf } from '../../../main/domain/alert.ts'
import type { Finding, MonitorId } from '../../../main/domain/finding.ts'
import { hour, minute } from '../../../main/domain/instant.ts'
import { severities, severityRank } from '../../../main/domain/severity.ts'
import type { Verdict } from '../../../main/pipeline/batch.ts'
import { plan } from '../../../main/pipeline/plan.ts'
import { recordOf } from '../../../main/pipeline/record.ts'
import { finding, verdict } from '../../support/builders/finding.ts'
import { defaults } from '../../support/builders/settings.ts'
import { SimulatedOperator, type Cycle } from '../../support/simulated-operator.ts'

/** Tuesday, 20:00 in Chicago: quiet hours are near. */
const start = Date.parse('2026-01-21T02:00:00Z')
const mostTold = 3

const keys = [
  'health:readiness:2026-01-20',
  'health:sleep:2026-01-20',
  'task:overdue',
  'task:due_today:2026-01-20:14',
  'commitment:violated:p',
  'pattern:sleep_debt',
  'source:unreachable:oura',
  'source:stale:oura',
] as const

type Step = {
  readonly minutes: number
  /** Per key: what its rule says; null is cleared, `away` that the rule did not run (or lacked data). */
  readonly says: readonly (Pick<Finding, 'severity' | 'members'> | 'between hours' | 'away' | null)[]
  readonly delivers: boolean
  readonly act: { readonly key: string; readonly kind: 'acknowledge' | 'resolve' | 'snooze' | 'pause' | 'mute' | 'unmute' } | null
}

const says = fc.oneof(
  { weight: 4, arbitrary: fc.record({ severity: fc.constantFrom(...severities), members: fc.subarray(['t1', 't2', 't3']) }) },
  { weight: 2, arbitrary: fc.constant('between hours' as const) },
  { weight: 2, arbitrary: fc.constant('away' as const) },
  { weight: 1, arbitrary: fc.constant(null) },
)

const steps: fc.Arbitrary<Step> = fc.record({
  minutes: fc.oneof(fc.constantFrom(5, 5, 15, 40, 61), fc.integer({ min: 1, max: 600 })),
  says: fc.array(says, { minLength: keys.length, maxLength: keys.length }),
  delivers: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  act: fc.option(
    fc.record({
      key: fc.constantFrom(...keys),
      kind: fc.constantFrom('acknowledge' as const, 'resolve', 'snooze', 'pause', 'mute', 'unmute'),
    }),
    { nil: null, freq: 3 },
  ),
})

const histories = fc.array(steps, { minLength: 1, maxLength: 25, size: 'max' })

function verdictsOf({ says: all }: Step): readonly Verdict[] {
  return keys.flatMap((key, index): readonly Verdict[] => {
    const said = all[index] ?? null
    const { monitor, rule } = finding(key)
    if (said === 'away') return []
    if (said === null) return [verdict(monitor, { rule, outcome: 'clear' })]
    if (said === 'between hours') return [verdict(monitor, { rule, outcome: 'not_due', holding: [key] })]
    // As the rules are: health and sources get better and worse, tasks come and go.
    const change = monitor === 'tasks' ? { severity: 'high' as const, members: said.members } : { severity: said.severity }
    return [verdict(monitor, { rule, outcome: 'firing', findings: [finding(key, change)] })]
  })
}

function act(operator: SimulatedOperator, { act: deed }: Step): void {
  if (deed === null) return
  const { rule } = finding(deed.key)
  switch (deed.kind) {
    case 'snooze':
      return operator.act(deed.key, { kind: 'snooze', until: operator.now + 2 * hour })
    case 'pause':
      operator.pausedUntil = operator.now + hour
      return
    case 'mute':
      operator.mutedRules.set(rule, operator.now + 3 * hour)
      return
    case 'unmute':
      operator.mutedRules.delete(rule)
      return
    default:
      return operator.act(deed.key, { kind: deed.kind })
  }
}

/** Lives a history, cycle by cycle. */
function live(history: readonly Step[], each: (cycle: Cycle, operator: SimulatedOperator, step: Step) => void): SimulatedOperator {
  const operator = new SimulatedOperator(start, mostTold)
  for (const step of history) {
    operator.now += step.minutes * minute
    for (const [rule, until] of operator.mutedRules) if (until !== null && until <= operator.now) operator.mutedRules.delete(rule)
    each(operator.cycle(verdictsOf(step), step.delivers), operator, step)
    act(operator, step)
  }
  return operator
}

const always = (check: (cycle: Cycle, operator: SimulatedOperator, step: Step) => void, numRuns = 100) =>
  fc.assert(
    fc.property(histories, (history) => {
      live(history, check)
    }),
    { numRuns },
  )

describe('over any history', { timeout: 60_000 }, () => {
  it('every finding of every cycle is told, or suppressed with a reason', () => {
    always(({ batch, record }, _, step) => {
      const found = verdictsOf(step).flatMap(({ evaluation }) => (evaluation.outcome === 'firing' ? evaluation.findings : []))
      const tells = new Set(record.messages.flatMap(({ message }) => message.tells.map(({ key }) => key)))
      const suppressed = new Map(record.suppressed.map(({ key, reason }) => [key, reason]))
      for (const { key } of found) {
        expect(tells.has(key) !== suppressed.has(key), key).toBe(true)
        expect(suppressed.get(key)).not.toBe('')
      }
      expect(batch.items.map((item) => item.finding.key)).toEqual([...new Set(batch.items.map((item) => item.finding.key))])
    })
  })

  it('the plan is the same for the same world', () => {
    always(({ world, record }, _, step) => {
      expect(recordOf(plan(verdictsOf(step), world), world)).toEqual(record)
    }, 50)
  })

  it('no cycle tells more alerts one by one than it may, the most severe first', () => {
    always(({ batch }) => {
      const told = batch.items.filter(({ decision }) => decision.kind === 'tell')
      const held = batch.items.filter(({ decision }) => decision.kind === 'suppressed' && decision.stage === 'storm_limit')
      expect(told.length).toBeLessThanOrEqual(mostTold)
      const least = Math.min(...told.map((item) => severityRank(item.finding.severity)))
      for (const item of told.length === mostTold ? held : []) expect(severityRank(item.finding.severity)).toBeLessThanOrEqual(least)
      expect(batch.summaries.some(({ kind }) => kind === 'storm_summary')).toBe(held.length > 0 && batch.summaries.length > 0)
    })
  })

  it('in quiet hours only critical goes out', () => {
    always(({ world, record }) => {
      if (world.quiet.active) expect(record.messages.filter(({ message }) => message.severity !== 'critical')).toEqual([])
    })
  })

  it('what was held for the morning and is still open is in its summary, once, and nowhere else', () => {
    always(({ world, batch, record }) => {
      if (world.quiet.active) return
      const summary = batch.summaries.filter(({ kind }) => kind === 'morning_summary')
      expect(summary.length).toBeLessThanOrEqual(1)
      const inSummary = summary.flatMap(({ alerts }) => alerts.map(({ key }) => key))
      const gone = new Set(batch.cleared.map(({ key }) => key))
      const stopped = new Set(record.suppressed.filter(({ stage }) => stage === 'silence' || stage === 'inhibit').map(({ key }) => key))
      const owed = [...world.alerts.values()].filter((alert) => alert.heldForMorning && !gone.has(alert.key) && !stopped.has(alert.key))
      expect(inSummary.toSorted()).toEqual(owed.map(({ key }) => key).toSorted())
      const oneByOne = record.messages
        .filter(({ message }) => message.kind === 'alert')
        .flatMap(({ message }) => message.tells.map(({ key }) => key))
      expect(oneByOne.filter((key) => inSummary.includes(key))).toEqual([])
      expect(record.alerts.filter((alert) => inSummary.includes(alert.key) && alert.heldForMorning)).toEqual([])
    })
  })

  it('only an open alert waits for the morning', () => {
    always((_, operator) => {
      for (const alert of operator.alerts()) if (alert.heldForMorning) expect(alert.state).toBe('open')
    })
  })

  it('there is one open alert a key', () => {
    always((_, operator) => {
      const open = operator.open().map(({ key }) => key)
      expect(open).toEqual([...new Set(open)])
    })
  })

  it('nothing is told twice within its window, unless it is worse, names something new, is back from a snooze, or was held for the morning', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const excused = new Set<string>()
        const operator = live(history, ({ world, batch }) => {
          for (const { change, alert } of batch.items) {
            // Back from a snooze, then held for the morning: the telling comes later.
            if (change === 'returned') excused.add(alert.id)
            if (change === 'reopened' && alert.flaps === 3) excused.add(alert.id)
          }
          expect(world.now).toBeGreaterThan(0)
        })
        operator.now += hour
        operator.deliver()
        const last = new Map<string, { at: number; severity: number; members: Set<string>; alertId: string }>()
        // The journal is told everything, once: another channel is told a part of it.
        for (const { at, message } of operator.delivered.filter(({ message: { channel } }) => channel === 'journal')) {
          for (const telling of message.tells) {
            const id = telling.key
            const before = last.get(id)
            const severity = severityRank(telling.severity)
            if (before !== undefined && !excused.has(telling.alertId) && message.kind !== 'morning_summary') {
              const window = defaults.deduplication.windows[windowClassOf(telling)]
              const isNews = severity > before.severity || telling.members.some((member) => !before.members.has(member))
              if (at - before.at < window && !isNews) expect.fail(`${id} told twice within ${(at - before.at) / minute} min`)
            }
            const same = before?.alertId === telling.alertId ? before : undefined
            last.set(id, {
              at,
              severity: Math.max(severity, same?.severity ?? 0),
              members: new Set([...telling.members, ...(same?.members ?? [])]),
              alertId: telling.alertId,
            })
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('what nobody answered and nothing silences is told in the end, whether its rule runs again or not', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const operator = live(history, () => {})
        operator.pausedUntil = null
        operator.mutedRules.clear()
        // The day after next at noon in Chicago, long after every window but that of patterns.
        operator.now = Math.ceil((operator.now + 48 * hour) / (24 * hour)) * 24 * hour + 18 * hour
        for (let cycles = 0; cycles < 6; cycles += 1) {
          operator.now += 5 * minute
          operator.cycle([])
        }
        const { told } = operator.world()
        for (const alert of operator.open()) {
          const isSilent = alert.state === 'acknowledged' || alert.suppression?.stage === 'inhibit'
          const isHeldByItsWindow = alert.suppression?.stage === 'deduplicate' && alert.key.startsWith('pattern:')
          if (!isSilent && !isHeldByItsWindow)
            expect(told.get(alert.key)?.alertId, `${alert.key} ${alert.state} ${JSON.stringify(alert.suppression)}`).toBe(alert.id)
        }
      }),
      { numRuns: 100 },
    )
  })
})

const speakers: readonly (MonitorId | 'operator')[] = ['health', 'tasks', 'patterns', 'operator']

it('the keys of these histories come from every speaker', () => {
  expect(new Set(keys.map((key) => finding(key).monitor))).toEqual(new Set(speakers))
})
