import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monitorIds } from '../../../main/domain/finding.ts'
import { monitors } from '../../../main/monitors/registry.ts'
import { expectedFindings } from '../../support/oracle/expected-findings.ts'
import { scenarios, type Scenario } from '../../support/oracle/scenario.ts'

function actualFindings({ snapshot, settings, now }: Scenario): readonly string[] {
  const evaluations = monitorIds.filter((id) => settings[id].enabled).flatMap((id) => monitors[id].check(snapshot, settings, now))
  return evaluations
    .flatMap((each) => (each.outcome === 'firing' ? each.findings : []))
    .map(({ key, severity }) => `${key} ${severity}`)
    .toSorted()
}

function expected({ snapshot, settings, now }: Scenario): readonly (readonly [key: string, severity: string])[] {
  return [...expectedFindings(snapshot, settings, now)]
}

describe('the rules', () => {
  it('find exactly what a second reading of the specification finds, on any data', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const lines = expected(scenario).map(([key, severity]) => `${key} ${severity}`)
        expect(actualFindings(scenario)).toEqual(lines.toSorted())
      }),
      { numRuns: 800 },
    )
  })

  it('are all met in such data, each at every severity: comparing nothing with nothing proves nothing', { timeout: 60_000 }, () => {
    const kinds = fc
      .sample(scenarios, { numRuns: 600, seed: 20 })
      .flatMap(expected)
      .map(([key, severity]) => `${key.split(':').slice(0, 2).join(':')} ${severity}`)
    expect([...new Set(kinds)].toSorted()).toEqual(
      [
        ...['readiness', 'hrv', 'sleep', 'stress', 'recovery'].flatMap((rule) => [`health:${rule} medium`, `health:${rule} critical`]),
        'source:stale low',
        'task:overdue high',
        'task:due_today medium',
        'task:due_tomorrow low',
        'task:pile_up medium',
        'commitment:violated critical',
        'commitment:due medium',
        'pattern:procrastination medium',
        'pattern:energy_decline high',
        'pattern:overcommitment medium',
        'pattern:sleep_debt high',
        'pattern:context_switching low',
      ].toSorted(),
    )
  })
})
