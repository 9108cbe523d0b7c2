import { describe, expect, it } from 'vitest'
import type { MonitorId } from '../../../main/domain/finding.ts'
import { monitors, type RegisteredMonitor } from '../../../main/monitors/registry.ts'
import { runMonitors } from '../../../main/operator/run-monitors.ts'
import { monitorSettings } from '../../support/builders/settings.ts'
import { snapshot } from '../../support/builders/snapshot.ts'

const broken: RegisteredMonitor = {
  ...monitors.health,
  check() {
    throw new TypeError('a rule fell over')
  },
}

function run(due: readonly MonitorId[], registry: Readonly<Record<MonitorId, RegisteredMonitor>> = monitors) {
  return runMonitors(new Set(due), registry, snapshot(), monitorSettings(), Date.parse('2026-01-20T15:00:00Z'), () => 0)
}

describe('running the monitors', () => {
  it('runs those that are due and no other', () => {
    expect(run(['tasks', 'patterns']).map(({ id }) => id)).toEqual(['tasks', 'patterns'])
  })

  it('makes a finding of one that throws, and runs the others on', () => {
    const [health, tasks] = run(['health', 'tasks'], { ...monitors, health: broken })
    expect(health?.verdicts).toHaveLength(1)
    expect(health?.verdicts[0]).toMatchObject({
      speaker: 'operator',
      evaluation: { outcome: 'firing', findings: [{ key: 'operator:monitor_failed:health', severity: 'high', monitor: 'operator' }] },
    })
    expect(health?.report.error).toBe('a rule fell over')
    expect(tasks?.report).toMatchObject({ ran: true, error: null })
  })

  it('clears that finding once it runs again', () => {
    expect(run(['health'])[0]?.verdicts).toContainEqual({
      speaker: 'operator',
      evaluation: { rule: 'monitor_failed:health', outcome: 'clear' },
    })
  })
})
