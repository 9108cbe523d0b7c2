import type { Topic } from '../../shared/ipc/topics.ts'
import { resolveSettings, type ResolvedSettings } from '../config/resolve.ts'
import { second } from '../domain/instant.ts'
import { createScheduler } from '../scheduler/scheduler.ts'
import { appendJournal } from '../store/journal.ts'
import { acquireProcessLock } from '../store/process-lock.ts'
import { createSpaceReserve } from '../store/space-reserve.ts'
import type { Captures } from './captures/create-captures.ts'
import { whatBecame } from './captures/what-became.ts'
import { createChannelSet } from './channel-set.ts'
import type { CycleDocument } from './cycle-document.ts'
import { createDeliveryDesk } from './delivery-desk.ts'
import { createCycleRunner } from './create-cycle-runner.ts'
import { createGate } from './gate.ts'
import { behindGate } from './handlers/behind-gate.ts'
import { createHostNotices } from './host-notices.ts'
import { createHandlers } from './handlers/create-handlers.ts'
import { createHold } from './hold.ts'
import { loadedOnce } from './loaded-once.ts'
import { createNotifier } from './notifier.ts'
import { operatorFiles } from './operator-files.ts'
import type { CheckOptions, Operator } from './operator.ts'
import type { OperatorOptions } from './operator-options.ts'
import { orLog } from './or-log.ts'
import { recallMemory, remember } from './operator-memory.ts'
import { quietNow } from './quiet-now.ts'
import { statusDocument } from './status-document.ts'
import { tendAlerts } from './tend-alerts.ts'
import { waited } from './waited.ts'
import { watchDatabase } from './watch-database.ts'
import { writeDebrief } from './write-debrief.ts'

/** How long a stop waits for the running cycle. */
const stopPatience = 5 * second

/** How long a stop waits for Claude's answer to what was just captured. */
const advicePatience = 2 * second

/** The composition root: puts the parts together and keeps one cycle at a time running. */
export function createOperator(options: OperatorOptions): Operator {
  const { db, keeper, clock, logger, sources } = options
  const notifier = createNotifier<readonly Topic[]>()
  const cycles = createNotifier<CycleDocument>()
  const stopping = new AbortController()
  const hold = createHold(() => acquireProcessLock(options.dataFolder, { pid: options.pid, host: options.host, now: clock.now() }))
  const reserve = createSpaceReserve(options.dataFolder, db)
  let isStarted = false
  let openCaptures: Captures | null = null

  const settings = (): ResolvedSettings => resolveSettings(keeper.current(), options.systemZone)
  const quiet = () => quietNow(settings().quietHours, recallMemory(db).doNotDisturb, clock.now())
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

  // With its schemas it takes as long to load as a cycle takes to run: loaded with the first thought.
  const captures = loadedOnce(async () => {
    const { createCaptures } = await import('./captures/create-captures.ts')
    return (openCaptures = createCaptures({
      db,
      reserve,
      clock,
      settings,
      changed,
      ids: options.ids,
      adviser: options.adviser,
      askBelow: () => keeper.current().capture.claude.ask_below,
      reviewBelow: () => keeper.current().capture.review_below,
      isWorkConnected: () =>
        sources.states().some(({ condition, name }) => name === 'workos' && condition !== 'off' && condition !== 'not_configured'),
      stopping: stopping.signal,
    }))
  })

  const runner = createCycleRunner(options, {
    settings,
    quiet,
    isDryRun,
    deliver: desk.deliver,
    stopping: stopping.signal,
    finished(cycle) {
      notifier.notify(['alerts', 'tasks', 'promises', 'health', 'journal', 'status'])
      cycles.notify(cycle)
      if (isStarted) catchUpCaptures()
    },
  })

  const gate = createGate(async () => Promise.race([runner.running()?.catch(() => null), waited(clock, stopPatience)]))
  const data = options.openData(gate.alone)

  /** What a crash left kept but unclassified, and what Claude was not heard of. */
  function catchUpCaptures(): void {
    void captures()
      .then((opened) => opened.catchUp())
      .catch((error: unknown) => {
        if (!stopping.signal.aborted)
          logger.error('captures_not_classified', { reason: error instanceof Error ? error.message : String(error) })
      })
  }

  const scheduler = createScheduler({
    clock,
    interval: () => runner.interval(),
    nextRun: () => recallMemory(db).nextRun,
    run: async () => {
      await gate.closed()
      await runner.checkDue()
      reserve.keepUp()
      // After the cycle: a night's alerts do not wait for a backup.
      await data.keepUp()
    },
    unreadable: (error) => logger.error('next_run_unreadable', { reason: error instanceof Error ? error.message : String(error) }),
  })

  function journal(type: string, title: string, data: Readonly<Record<string, unknown>> = {}): void {
    appendJournal(db, [{ at: clock.now(), type, source: 'operator', severity: 'info', title, data }])
  }

  const watcher = watchDatabase(db, clock, () => changed(['alerts', 'tasks', 'promises', 'health', 'journal', 'status', 'captures']))
  const stopListening = keeper.onChange(({ problems }) => {
    // It is in force whether or not that can be written down.
    if (problems.length === 0)
      orLog(logger, 'configuration_change_not_recorded', () => journal('configuration_changed', 'The configuration was changed'))
    else logger.warning('configuration_rejected', { problem: problems[0] ?? '' })
    notifier.notify(['settings', 'status'])
    scheduler.look()
    if (isStarted) void listen()
  })

  const check = (checkOptions: CheckOptions = {}) => runner.check(true, checkOptions)

  const notices = createHostNotices({ db, clock, changed: notifier.notify })
  const files = operatorFiles({ db, clock, zone: () => settings().zone, changed: notifier.notify })

  const examine = async () => {
    const doctor = await import('./doctor.ts')
    return doctor.examine({ db, keeper, sources, clock, dataFolder: options.dataFolder, secrets: options.secrets, host: options.host })
  }

  const ungated = createHandlers({
    db,
    files,
    examine,
    dataFolder: options.dataFolder,
    clock,
    settings,
    reserve,
    keeper,
    sources,
    secrets: options.secrets,
    ids: options.ids,
    changed,
    data,
    captures,
    adviser: options.adviser,
    testChannel: desk.test,
    check: () => hold.during(check),
    holding: hold.during,
    checkIfRunning: () => (hold.isTaken() ? check() : Promise.resolve(null)),
    status: () => ({
      version: options.version,
      configuration: keeper.current(),
      settings: settings(),
      quiet: quiet(),
      sources: sources.states(),
      configurationProblems: keeper.problems(),
      hostNotices: notices.sentences(),
      runsHere: hold.isTaken(),
      now: clock.now(),
    }),
  })

  const handlers = behindGate(ungated, gate)

  const listen = () =>
    options.listening.restart({
      handlers,
      zone: () => settings().zone,
      capture: async (text, key) => {
        await gate.closed()
        return whatBecame(await (await captures()).add(text, 'telegram', { id: key }))
      },
    })

  return {
    handlers,
    data,
    files,
    async start() {
      hold.take()
      const { pid, host } = options
      remember(db, { pid, host, startedAt: clock.now(), seenAt: clock.now() })
      isStarted = true
      reserve.keepUp()
      journal('operator_started', `The operator started (${host})`, { pid, host, version: options.version })
      keeper.follow()
      sources.follow(() => notifier.notify(['status', 'health', 'tasks']))
      watcher.start()
      scheduler.start()
      catchUpCaptures()
      await listen()
    },
    check,
    async runOnce(checkOptions) {
      hold.take()
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
    setHostNotice: notices.set,
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
      return { startedAt, lastRun, interval: runner.interval(), failedChecks, alertsTold: totalAlerts }
    },
    doctor: examine,
    subscribe: notifier.subscribe,
    onCycle: cycles.subscribe,
    async stop() {
      scheduler.stop()
      watcher.stop()
      stopListening()
      const running = runner.running()
      if (running !== null) await Promise.race([running.catch(() => null), waited(clock, stopPatience)])
      await Promise.race([data.stop(), waited(clock, stopPatience)])
      // A command that ends by itself hears Claude out; a lasting operator asks again when it is back.
      if (!isStarted && openCaptures !== null) await Promise.race([openCaptures.idle(), waited(clock, advicePatience)])
      isStarted = false
      stopping.abort()
      await Promise.race([Promise.all([options.listening.stop(), desk.idle()]), waited(clock, stopPatience)])
      await channels.close()
      await sources.close()
      keeper.close()
      // A full disk must not keep it from closing; the next start takes over what was not written.
      orLog(logger, 'stop_not_recorded', () => {
        if (!hold.isTaken() || recallMemory(db).pid !== options.pid) return
        remember(db, { pid: null, host: null, startedAt: null })
        journal('operator_stopped', 'The operator stopped')
      })
      db.close()
      hold.release()
    },
  }
}
