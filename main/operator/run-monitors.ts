import type { Finding, MonitorId } from '../domain/finding.ts'
import { monitorIds } from '../domain/finding.ts'
import type { Instant } from '../domain/instant.ts'
import type { MonitorSettings } from '../domain/settings.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { RegisteredMonitor } from '../monitors/registry.ts'
import type { Verdict } from '../pipeline/batch.ts'
import type { MonitorReport, RuleReport } from './cycle-document.ts'

export type MonitorRun = {
  readonly id: MonitorId
  readonly report: MonitorReport
  readonly verdicts: readonly Verdict[]
  readonly findings: number
}

/** Runs each due monitor on its own: one that throws becomes a finding, and the others run on. */
export function runMonitors(
  due: ReadonlySet<MonitorId>,
  monitors: Readonly<Record<MonitorId, RegisteredMonitor>>,
  snapshot: Snapshot,
  settings: MonitorSettings,
  now: Instant,
  monotonic: () => number,
): readonly MonitorRun[] {
  return monitorIds.filter((id) => due.has(id)).map((id) => runMonitor(monitors[id], snapshot, settings, now, monotonic))
}

/** What a monitor that is switched off says: its rules are off, so that what they said before does not stand for ever. */
export function switchedOff(off: ReadonlySet<MonitorId>, monitors: Readonly<Record<MonitorId, RegisteredMonitor>>): readonly Verdict[] {
  return monitorIds
    .filter((id) => off.has(id))
    .flatMap((id) => monitors[id].rules.map((rule): Verdict => ({ speaker: id, evaluation: { rule, outcome: 'off' } })))
}

function runMonitor(
  monitor: RegisteredMonitor,
  snapshot: Snapshot,
  settings: MonitorSettings,
  now: Instant,
  monotonic: () => number,
): MonitorRun {
  const started = monotonic()
  const rule = `monitor_failed:${monitor.id}`
  try {
    const evaluations = monitor.check(snapshot, settings, now)
    const rules = Object.fromEntries(
      evaluations.map(({ rule: name, ...evaluation }): [string, RuleReport] => [
        name,
        evaluation.outcome === 'insufficient_data'
          ? { outcome: evaluation.outcome, detail: evaluation.detail }
          : { outcome: evaluation.outcome },
      ]),
    )
    return {
      id: monitor.id,
      report: { ran: true, duration_ms: Math.round(monotonic() - started), error: null, rules },
      verdicts: [
        ...evaluations.map((evaluation) => ({ speaker: monitor.id, evaluation })),
        { speaker: 'operator', evaluation: { rule, outcome: 'clear' } },
      ],
      findings: evaluations.reduce((sum, each) => sum + (each.outcome === 'firing' ? each.findings.length : 0), 0),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      id: monitor.id,
      report: { ran: true, duration_ms: Math.round(monotonic() - started), error: message, rules: {} },
      verdicts: [{ speaker: 'operator', evaluation: { rule, outcome: 'firing', findings: [failure(monitor, rule, message)] } }],
      findings: 1,
    }
  }
}

function failure(monitor: RegisteredMonitor, rule: string, message: string): Finding {
  return {
    key: `operator:monitor_failed:${monitor.id}`,
    monitor: 'operator',
    rule,
    severity: 'high',
    title: `The ${monitor.title.toLowerCase()} monitor failed`,
    body: `The ${monitor.title.toLowerCase()} monitor stopped with an error: ${message}. The other monitors go on; what it said before stays as it was. Please report this.`,
    evidence: { monitor: monitor.id, error: message },
    members: [],
    subject: null,
  }
}
