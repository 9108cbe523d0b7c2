import type { ResolvedSettings } from '../config/resolve.ts'
import { monitorIds, type MonitorId } from '../domain/finding.ts'
import { minute, second } from '../domain/instant.ts'
import type { DeliveryOutcome } from '../pipeline/drain-channel.ts'
import type { QuietState } from '../pipeline/quiet-state.ts'
import { isDue } from '../scheduler/next-run.ts'
import { appendJournal } from '../store/journal.ts'
import { loadMonitorStates } from '../store/monitor-states.ts'
import type { CycleDocument } from './cycle-document.ts'
import { cycleMemory } from './cycle-memory.ts'
import type { CheckOptions } from './operator.ts'
import type { OperatorOptions } from './operator-options.ts'
import { recallMemory, remember } from './operator-memory.ts'
import { runCycle } from './run-cycle.ts'

/** A cycle that takes longer is stuck: what it waits for is given up, and it ends with what it has. */
const stuckAfter = 5 * minute

export type CycleRunner = {
  /** One cycle over every enabled monitor, or over those that are due. Joins a running one: two never overlap. */
  check(isEvery: boolean, options: CheckOptions): Promise<CycleDocument>
  /** The same for the scheduler: never rejects, and the next time is set whatever happens. */
  checkDue(): Promise<void>
  /** Milliseconds between two cycles, as configured now. */
  interval(): number
  running(): Promise<CycleDocument> | null
}

export type CycleSurroundings = {
  readonly settings: () => ResolvedSettings
  readonly quiet: () => QuietState
  readonly isDryRun: () => boolean
  /** Sends what is due in the outbox and says what became of it. */
  readonly deliver: (signal: AbortSignal) => Promise<readonly DeliveryOutcome[]>
  readonly stopping: AbortSignal
  readonly finished: (cycle: CycleDocument) => void
}

/** Runs one cycle at a time, and watches that it ends. */
export function createCycleRunner(
  options: OperatorOptions,
  { deliver, finished, isDryRun, quiet, settings, stopping }: CycleSurroundings,
): CycleRunner {
  const { clock, db, keeper, logger, resources, sources } = options
  let running: Promise<CycleDocument> | null = null

  const interval = () => keeper.current().intervals.check_interval * second
  const intervalOf = (id: MonitorId) => {
    const { health_check, pattern_check, task_check } = keeper.current().intervals
    return { health: health_check, tasks: task_check, patterns: pattern_check }[id] * second
  }

  const isEnabled = (id: MonitorId) => keeper.current().monitors[id].enabled

  function dueMonitors(isEvery: boolean): ReadonlySet<MonitorId> {
    const states = new Map(loadMonitorStates(db).map((state) => [state.monitor, state]))
    return new Set(
      monitorIds.filter(isEnabled).filter((id) => isEvery || isDue(states.get(id)?.nextDue ?? null, intervalOf(id), clock.now())),
    )
  }

  async function cycle(isEvery: boolean, dryRun: boolean, signal: AbortSignal): Promise<CycleDocument> {
    const document = await runCycle(
      { db, clock, sources, resources, deliver },
      {
        due: dueMonitors(isEvery),
        off: new Set(monitorIds.filter((id) => !isEnabled(id))),
        dryRun,
        settings: settings(),
        intervals: { health: intervalOf('health'), tasks: intervalOf('tasks'), patterns: intervalOf('patterns') },
        quiet: quiet(),
        pausedUntil: recallMemory(db).pausedUntil,
      },
      signal,
    )
    remember(db, { ...cycleMemory(recallMemory(db), document, clock.now()), nextRun: clock.now() + interval(), dryRun })
    finished(document)
    return document
  }

  /** The watchdog: gives up what a stuck cycle waits for, and says so. */
  async function watched(isEvery: boolean, dryRun: boolean): Promise<CycleDocument> {
    const patience = new AbortController()
    const cancel = clock.after(
      stuckAfter,
      () => {
        patience.abort()
        logger.error('cycle_stuck', { minutes: stuckAfter / minute })
        const title = `A check took longer than ${stuckAfter / minute} minutes and was cut short`
        try {
          appendJournal(db, [{ at: clock.now(), type: 'cycle_stuck', source: 'operator', severity: 'warning', title, data: {} }])
        } catch (cause) {
          // Thrown in a timer it would end the process; the log has the event already.
          logger.error('cycle_stuck_not_recorded', { reason: cause instanceof Error ? cause.message : String(cause) })
        }
      },
      { background: true },
    )
    try {
      return await cycle(isEvery, dryRun, AbortSignal.any([stopping, patience.signal]))
    } finally {
      cancel()
    }
  }

  function check(isEvery: boolean, { dryRun = false }: CheckOptions): Promise<CycleDocument> {
    running ??= watched(isEvery, dryRun || isDryRun()).finally(() => {
      running = null
    })
    return running
  }

  /** The program goes on: the next cycle may well succeed, and a person can read why this one did not. */
  function failed(error: unknown): void {
    logger.error('cycle_failed', { reason: error instanceof Error ? error.message : String(error) })
    try {
      remember(db, { failedChecks: recallMemory(db).failedChecks + 1, nextRun: clock.now() + interval() })
    } catch (cause) {
      // A full disk fails this too; the scheduler's own pause keeps it from trying at once.
      logger.error('cycle_failure_not_recorded', { reason: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  return {
    check,
    async checkDue() {
      await check(false, {}).catch(failed)
    },
    interval,
    running: () => running,
  }
}
