import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../main/domain/alert.ts'
import type { Finding } from '../../../main/domain/finding.ts'
import { minute } from '../../../main/domain/instant.ts'
import type { Severity } from '../../../main/domain/severity.ts'
import { plan } from '../../../main/pipeline/plan.ts'
import { recordOf } from '../../../main/pipeline/record.ts'
import type { World } from '../../../main/pipeline/world.ts'
import { anAlert } from '../../support/records.ts'
import { testNow } from '../../support/test-database.ts'

const window = 14_400_000
const windows = { health_warning: window, health_critical: 3_600_000, tasks: window, patterns: window, other: window }

function aWorld(cleared: Alert, severityTold: Severity): World {
  return {
    now: testNow,
    zone: 'America/Chicago',
    alerts: new Map(),
    recentlyCleared: new Map([[cleared.key, cleared]]),
    told: new Map([[cleared.key, { alertId: cleared.id, lastAt: testNow - 30 * minute, severity: severityTold, times: 1, members: [] }]]),
    waiting: new Map(),
    mutedRules: new Map(),
    pausedUntil: null,
    quiet: { active: false, nextStart: null },
    deduplication: { windows, maxAlertsPerRun: 20 },
    routes: { native: 'medium', telegram: null, email: null, push: null, webhook: null, journal: 'info' },
  }
}

/** The alert of a rule that fires again after it was cleared so many times before. */
function again(flaps: number, severity: Severity = 'medium', severityTold: Severity = 'medium') {
  const cleared = anAlert({ state: 'resolved', closedAt: testNow - minute, clearedAt: testNow - minute, flaps })
  const { key, monitor, rule, title, body, evidence, members, subject } = cleared
  const finding: Finding = { key, monitor, rule, severity, title, body, evidence, members, subject }
  const world = aWorld(cleared, severityTold)
  return recordOf(plan([{ speaker: 'health', evaluation: { rule, outcome: 'firing', findings: [finding] } }], world), world)
}

describe('an alert that comes and goes', () => {
  it('is held by its window at first', () => {
    expect(again(1).suppressed).toMatchObject([{ reason: 'sent 30 min ago, window 4 h' }])
  })

  it('is said once, when it has come back three times', () => {
    const { messages } = again(2)
    expect(messages.map(({ message }) => message.channel)).toEqual(['native', 'journal'])
    expect(messages[0]?.message.body).toContain('It has come and gone 3 times')
  })

  it('is quiet from then on', () => {
    expect(again(3).suppressed).toMatchObject([{ stage: 'deduplicate', reason: 'comes and goes (4 times), quiet until it settles' }])
    expect(again(9).messages).toEqual([])
  })

  it('is told all the same when it gets worse', () => {
    expect(again(7, 'critical').messages).toHaveLength(2)
  })
})
