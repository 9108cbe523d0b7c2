import type { Topic } from '../../shared/ipc/topics.ts'
import { resolveSettings, type ResolvedSettings } from '../config/resolve.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import { monitorIds, type MonitorId } from '../domain/finding.ts'
import { second } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Logger } from '../ports/logger.ts'
import { isDue } from '../scheduler/next-run.ts'
import { createScheduler } from '../scheduler/scheduler.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import { loadMonitorStates } from '../store/monitor-states.ts'
import { acquireProcessLock } from '../store/process-lock.ts'
import { createChannelSet, type Channels } from './channel-set.ts'
import type { ConfigurationKeeper } from './configuration-keeper.ts'
import type { CycleDocument } from './cycle-document.ts'
import { cycleMemory } from './cycle-memory.ts'
import { createDeliveryDesk } from './delivery-desk.ts'
import { createHandlers } from './handlers/create-handlers.ts'
import { createNotifier } from './notifier.ts'
import { operatorFiles } from './operator-files.ts'
import type { CheckOptions, Operator } from './operator.ts'
import { recallMemory, remember } from './operator-memory.ts'
import { quietNow } from './quiet-now.ts'
import { runCycle } from './run-cycle.ts'
import type { SourceSet } from './source-set.ts'
import { statusDocument } from './status-document.ts'
import { tendAlerts } from './tend-alerts.ts'
import { watchDatabase } from './watch-database.ts'
import { writeDebrief } from './write-debrief.ts'

export type OperatorOptions = {
  readonly db: Writer
  readonly dataFolder: string
  readonly keeper: ConfigurationKeeper
  /** What the configuration says of channels, opened. */
  readonly openChannels: () => Promise<Channels>
  /** Channels that only another host has. */
  readonly elsewhere: ReadonlySet<ChannelName>
  readonly sources: SourceSet
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  readonly host: 'desktop' | 'headless'
  readonly pid: number
  readonly version: string
  readonly systemZone: TimeZone
  /** From the command line; stands above the configuration. */
  readonly dryRun: boolean
}

/** How long a stop waits for the running cycle. */
const stopPatience = 5 * second

/** The composition root: puts the parts together and keeps one cycle at a time running. */
export function createOperator(options: OperatorOptions): Operator {
  const { db, keeper, clock, logger, sources } = options
  const notifier = createNotifier<readonly Topic[]>()
  const cycles = createNotifier<CycleDocument>()
  const stopping = new AbortController()
  let lock: { readonly release: () => void } | null = null
  let running: Promise<CycleDocument> | null = null
  let isStarted = false

  const settings = (): ResolvedSettings => resolveSettings(keeper.current(), options.systemZone)
  const quiet = () => quietNow(settings().quietHours, recallMemory(db).doNotDisturb, clock.now())
  const intervalOf = (id: MonitorId) => {
    const { health_check, task_check, pattern_check } = keeper.current().intervals
    return { health: health_check, tasks: task_check, patterns: pattern_check }[id] * second
  }
  const mainInterval = () => keeper.current().intervals.check_interval * second

  const channels = createChannelSet(
    options.openChannels,
    () => keeper.current(),
    () => settings().routes,
  )
  const desk = createDeliveryDesk({
    db,
    clock,
    logger,
    ids: options.ids,
    channels: channels.current,
    elsewhere: options.elsewhere,
    retry: () => {
      const { attempts, base_ms: baseMs, max_ms: maxMs } = keeper.current().retry
      return { attempts, baseMs, maxMs }
    },
    tend: (opened) => {
      const now = clock.now()
      tendAlerts(db, { channels: opened, zone: settings().zone, now, pausedUntil: recallMemory(db).pausedUntil })
      if (isStarted) writeDebrief(db, { settings: settings(), now, isQuiet: quiet().active, hasScreen: options.host === 'desktop' })
    },
    mayDeliver: () => isStarted && !isDryRun(),
    signal: stopping.signal,
  })
  const isDryRun = () => options.dryRun || keeper.current().dry_run

  /** Whoever changed an alert, here or in another process: what was sent of it should say so. */
  function changed(topics: readonly Topic[]): void {
    notifier.notify(topics)
    if (topics.includes('alerts')) desk.deliverSoon()
  }

  function dueMonitors(isEvery: boolean): ReadonlySet<MonitorId> {
    const states = new Map(loadMonitorStates(db).map((state) => [state.monitor, state]))
    const enabled = monitorIds.filter((id) => keeper.current().monitors[id].enabled)
    return new Set(enabled.filter((id) => isEvery || isDue(states.get(id)?.nextDue ?? null, intervalOf(id), clock.now())))
  }

  async function cycle(isEvery: boolean, { dryRun = false }: CheckOptions): Promise<CycleDocument> {
    const isDry = dryRun || isDryRun()
    const document = await runCycle(
      { db, clock, sources, deliver: desk.deliver },
      {
        due: dueMonitors(isEvery),
        dryRun: isDry,
        settings: settings(),
        intervals: { health: intervalOf('health'), tasks: intervalOf('tasks'), patterns: intervalOf('patterns') },
        quiet: quiet(),
        pausedUntil: recallMemory(db).pausedUntil,
      },
      stopping.signal,
    )
    remember(db, { ...cycleMemory(recallMemory(db), document, clock.now()), nextRun: clock.now() + mainInterval(), dryRun: isDry })
    notifier.notify(['alerts', 'tasks', 'promises', 'health', 'journal', 'status'])
    cycles.notify(document)
    return document
  }

  /** A check asked for while a cycle runs joins it: two cycles never overlap. */
  function joined(isEvery: boolean, check: CheckOptions): Promise<CycleDocument> {
    running ??= cycle(isEvery, check).finally(() => {
      running = null
    })
    return running
  }

  const scheduler = createScheduler({
    clock,
    interval: mainInterval,
    nextRun: () => recallMemory(db).nextRun,
    run: () => joined(false, {}).catch((error: unknown) => cycleFailed(error)),
  })

  /** The program goes on: the next cycle may well succeed, and a person can read why this one did not. */
  function cycleFailed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    logger.error('cycle_failed', { reason })
    const memory = recallMemory(db)
    remember(db, { failedChecks: memory.failedChecks + 1, nextRun: clock.now() + mainInterval() })
  }

  function takeFolder(): void {
    lock ??= acquireProcessLock(options.dataFolder, { pid: options.pid, host: options.host, now: clock.now() })
  }

  /** For a command beside no running operator; beside a running one it is refused, naming it. */
  async function runOnceAndRelease(): Promise<CycleDocument> {
    takeFolder()
    try {
      return await check()
    } finally {
      lock?.release()
      lock = null
    }
  }

  function journal(type: string, title: string, data: Readonly<Record<string, unknown>> = {}): void {
    appendJournal(db, [{ at: clock.now(), type, source: 'operator', severity: 'info', title, data }])
  }

  const watcher = watchDatabase(db, clock, () => changed(['alerts', 'tasks', 'promises', 'health', 'journal', 'status', 'captures']))
  const stopListening = keeper.onChange(({ problems }) => {
    if (problems.length === 0) journal('configuration_changed', 'The configuration was changed')
    else logger.warning('configuration_rejected', { problem: problems[0] ?? '' })
    notifier.notify(['settings', 'status'])
    scheduler.look()
  })

  const check = (checkOptions: CheckOptions = {}) => joined(true, checkOptions)

  return {
    handlers: createHandlers({
      db,
      clock,
      settings,
      keeper,
      sources,
      ids: options.ids,
      changed,
      testChannel: desk.test,
      check: () => (lock === null ? runOnceAndRelease() : check()),
      checkIfRunning: () => (lock === null ? Promise.resolve(null) : check()),
      status: () => ({
        version: options.version,
        configuration: keeper.current(),
        settings: settings(),
        quiet: quiet(),
        sources: sources.states(),
        configurationProblems: keeper.problems(),
        runsHere: lock !== null,
        now: clock.now(),
      }),
    }),
    files: operatorFiles({ db, clock, zone: () => settings().zone, changed: notifier.notify }),
    async start() {
      takeFolder()
      const { pid, host } = options
      remember(db, { pid, host, startedAt: clock.now(), seenAt: clock.now() })
      isStarted = true
      journal('operator_started', `The operator started (${host})`, { pid, host, version: options.version })
      keeper.follow()
      watcher.start()
      scheduler.start()
    },
    check,
    async runOnce(checkOptions) {
      takeFolder()
      return check(checkOptions)
    },
    wake(reason) {
      logger.info('woken', { reason })
      if (reason === 'unlock') remember(db, { seenAt: clock.now() })
      scheduler.look()
    },
    suspend: () => logger.info('suspended'),
    setDoNotDisturb(active) {
      if (recallMemory(db).doNotDisturb === active) return
      remember(db, { doNotDisturb: active })
      notifier.notify(['status'])
    },
    reload: () => keeper.reload(),
    status: () =>
      statusDocument(db, {
        version: options.version,
        configuration: keeper.current(),
        zone: settings().zone,
        quiet: quiet(),
        sources: sources.states(),
        now: clock.now(),
      }),
    figures() {
      const { startedAt, lastRun, failedChecks, totalAlerts } = recallMemory(db)
      return { startedAt, lastRun, interval: mainInterval(), failedChecks, alertsTold: totalAlerts }
    },
    subscribe: notifier.subscribe,
    onCycle: cycles.subscribe,
    async stop() {
      scheduler.stop()
      watcher.stop()
      stopListening()
      if (running !== null) await Promise.race([running.catch(() => null), waited(clock, stopPatience)])
      isStarted = false
      stopping.abort()
      await channels.close()
      await sources.close()
      keeper.close()
      if (lock !== null && recallMemory(db).pid === options.pid) {
        remember(db, { pid: null, host: null, startedAt: null })
        journal('operator_stopped', 'The operator stopped')
      }
      db.close()
      lock?.release()
    },
  }
}

function waited(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve, { background: true })
  })
}
