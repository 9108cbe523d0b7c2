import type { ResolvedSettings } from '../config/resolve.ts'
import type { MonitorId } from '../domain/finding.ts'
import { formatInstant } from '../domain/local-day.ts'
import type { ResourceMeter } from '../ports/machine-resources.ts'
import { evaluateDataCare } from '../monitors/data-care.ts'
import { evaluateResources } from '../monitors/resources.ts'
import { monitors } from '../monitors/registry.ts'
import { plan } from '../pipeline/plan.ts'
import type { QuietState } from '../pipeline/quiet-state.ts'
import { recordOf, type PlanRecord } from '../pipeline/record.ts'
import type { Instant } from '../domain/instant.ts'
import type { Clock } from '../ports/clock.ts'
import { saveAlert } from '../store/alerts.ts'
import type { Writer } from '../store/database.ts'
import { useSlots } from '../store/hour-slots.ts'
import { appendJournal } from '../store/journal.ts'
import { saveMonitorState } from '../store/monitor-states.ts'
import { cancelFor, enqueue, supersede } from '../store/outbox.ts'
import { newestReading, saveReadings } from '../store/readings.ts'
import type { CycleDocument, MessageReport, SourceReport } from './cycle-document.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { loadWorld } from './load-world.ts'
import { recallMemory } from './operator-memory.ts'
import { runMonitors, switchedOff, type MonitorRun } from './run-monitors.ts'
import type { Gathered, SourceSet } from './source-set.ts'
import { usedSlotsOf } from './used-slots.ts'
import type { Verdict } from '../pipeline/batch.ts'
import type { DeliveryOutcome } from '../pipeline/drain-channel.ts'
import { wouldSend } from '../pipeline/would-send.ts'

export type CycleRequest = {
  /** The monitors to run. */
  readonly due: ReadonlySet<MonitorId>
  /** The monitors that the configuration switches off. */
  readonly off: ReadonlySet<MonitorId>
  readonly dryRun: boolean
  readonly settings: ResolvedSettings
  /** Milliseconds between two runs of each monitor. */
  readonly intervals: Readonly<Record<MonitorId, number>>
  readonly quiet: QuietState
  readonly pausedUntil: Instant | null
}

export type CycleTools = {
  readonly db: Writer
  readonly clock: Clock
  readonly sources: SourceSet
  readonly resources: ResourceMeter
  /** Sends what is due in the outbox and says what became of it. */
  readonly deliver: (signal: AbortSignal) => Promise<readonly DeliveryOutcome[]>
}

type Judged = {
  readonly runs: readonly MonitorRun[]
  readonly verdicts: readonly Verdict[]
  readonly record: PlanRecord
  readonly wouldSend: readonly DeliveryOutcome[]
}

/** One round: read the sources, then judge, plan and record in one transaction, then deliver. */
export async function runCycle(tools: CycleTools, request: CycleRequest, signal: AbortSignal): Promise<CycleDocument> {
  const { db, clock } = tools
  const started = clock.monotonic()
  const gathered = await tools.sources.gather(request.due, signal)
  const now = clock.now()
  const judged = db.transaction(() => judgeAndRecord(tools, request, gathered, now))
  const messages = request.dryRun ? judged.wouldSend : await tools.deliver(signal)
  return {
    now: formatInstant(now, request.settings.zone),
    dry_run: request.dryRun,
    duration_ms: Math.round(clock.monotonic() - started),
    monitors: Object.fromEntries(judged.runs.map(({ id, report }) => [id, report])),
    findings: judged.verdicts.flatMap(({ evaluation }) =>
      evaluation.outcome === 'firing'
        ? evaluation.findings.map(({ key, monitor, rule, severity, title, body, evidence }) => ({
            key,
            monitor,
            rule,
            severity,
            title,
            body,
            evidence,
          }))
        : [],
    ),
    messages: messages.map(messageReport),
    suppressed: judged.record.suppressed,
    sources: sourceReports(db, gathered),
  }
}

/** All writes of a cycle. A dry run keeps what was read and leaves everything else as it was. */
function judgeAndRecord({ clock, db, resources }: CycleTools, request: CycleRequest, gathered: Gathered, now: Instant): Judged {
  const { settings, dryRun } = request
  saveReadings(db, gathered.readings)
  gathered.mirror(db)
  const snapshot = loadSnapshot(db, settings.monitors, gathered, settings.zone, now)
  const runs = runMonitors(request.due, monitors, snapshot, settings.monitors, now, () => clock.monotonic())
  const own = [...evaluateResources(resources.read()), ...evaluateDataCare(recallMemory(db).dataCare, now)]
  const ownVerdicts = own.map((evaluation) => ({ speaker: 'operator', evaluation }) as const)
  const verdicts = [...gathered.verdicts, ...ownVerdicts, ...switchedOff(request.off, monitors), ...runs.flatMap((run) => run.verdicts)]
  const world = loadWorld(db, settings, request.quiet, request.pausedUntil, now)
  const record = recordOf(plan(verdicts, world), world)
  if (dryRun) {
    const { outcomes, entries } = wouldSend(
      record.messages.map(({ message }) => message),
      now,
    )
    appendJournal(db, entries)
    return { runs, verdicts, record, wouldSend: outcomes }
  }
  // What closes goes first: the database allows one open alert a key.
  for (const alert of record.alerts.toSorted((a, b) => Number(a.closedAt === null) - Number(b.closedAt === null))) saveAlert(db, alert)
  for (const alertId of record.cancelled) cancelFor(db, alertId, now)
  for (const { key, message } of record.messages) {
    supersede(db, { key, message, createdAt: now })
    enqueue(db, { key, message, createdAt: now })
  }
  useSlots(db, usedSlotsOf(verdicts, settings.monitors.tasks, snapshot, now))
  for (const run of runs) saveMonitorState(db, stateOf(run, request, now))
  appendJournal(db, record.journal)
  return { runs, verdicts, record, wouldSend: [] }
}

function stateOf({ id, report, findings }: MonitorRun, { intervals }: CycleRequest, now: Instant) {
  return {
    monitor: id,
    lastCheck: now,
    durationMs: report.duration_ms,
    alertsGenerated: findings,
    nextDue: now + intervals[id],
    error: report.error,
  }
}

/** A reason is there where there is one to give. */
function messageReport({ reason, ...outcome }: DeliveryOutcome): MessageReport {
  return reason === null ? outcome : { ...outcome, reason }
}

/** The newest reading is the same table for every health source: readings name their source themselves. */
function sourceReports(db: Writer, { states }: Gathered): Readonly<Record<string, SourceReport>> {
  const newest = newestReading(db)?.day ?? null
  return Object.fromEntries(
    states.map(({ name, condition, from }) => [name, { state: condition, from, newest_reading: name === 'oura' ? newest : null }]),
  )
}
