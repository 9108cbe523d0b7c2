import type { Instant } from '../domain/instant.ts'
import type { CycleDocument } from './cycle-document.ts'
import type { OperatorMemory } from './operator-memory.ts'

/** What the operator keeps of a cycle, added to what it kept before. Rules of monitors that did not run keep their last outcome. */
export function cycleMemory(before: OperatorMemory, cycle: CycleDocument, now: Instant): Partial<OperatorMemory> {
  const failed = Object.values(cycle.monitors).some((monitor) => monitor.error !== null)
  const told = new Set(cycle.messages.filter(({ outcome }) => outcome === 'delivered').flatMap(({ keys }) => keys))
  const toldFindings = cycle.findings.filter(({ key }) => told.has(key))
  const bySeverity = { ...before.alertsBySeverity }
  for (const { severity } of toldFindings) bySeverity[severity] = (bySeverity[severity] ?? 0) + 1
  return {
    lastRun: now,
    runCount: before.runCount + 1,
    failedChecks: before.failedChecks + (failed ? 1 : 0),
    totalDurationMs: before.totalDurationMs + cycle.duration_ms,
    totalAlerts: before.totalAlerts + toldFindings.length,
    alertsBySeverity: bySeverity,
    lastCycle: { ...cycle, monitors: { ...before.lastCycle?.monitors, ...cycle.monitors } },
  }
}
