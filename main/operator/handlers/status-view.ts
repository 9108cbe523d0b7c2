import type { StatusView } from '../../../shared/model/status.ts'
import type { Configuration } from '../../config/schema.ts'
import type { ResolvedSettings } from '../../config/resolve.ts'
import { channelNames } from '../../domain/channel-name.ts'
import { monitorIds } from '../../domain/finding.ts'
import { dueDay } from '../../domain/due.ts'
import type { Instant } from '../../domain/instant.ts'
import { localDayOf } from '../../domain/local-day.ts'
import { severities } from '../../domain/severity.ts'
import type { SourceState } from '../../domain/source-state.ts'
import { monitors } from '../../monitors/registry.ts'
import { quietStateAt, type QuietState } from '../../pipeline/quiet-state.ts'
import { countOpen } from '../../store/alerts.ts'
import type { Reader } from '../../store/database.ts'
import { loadMonitorStates } from '../../store/monitor-states.ts'
import { lastReceipts } from '../../store/deliveries.ts'
import { countWaiting } from '../../store/capture-search.ts'
import { countHeld } from '../../store/held-alerts.ts'
import { loadOwedPromises } from '../../store/promises.ts'
import { newestReading } from '../../store/readings.ts'
import { dataKinds } from '../../store/data-kinds.ts'
import { freshNotices, recallMemory, type OperatorMemory } from '../operator-memory.ts'

export type StatusContext = {
  readonly version: string
  readonly configuration: Configuration
  readonly settings: ResolvedSettings
  readonly quiet: QuietState
  readonly sources: readonly SourceState[]
  readonly configurationProblems: readonly string[]
  readonly hostNotices: readonly string[]
  readonly runsHere: boolean
  readonly now: Instant
}

/** Everything the status page and the tray say. */
export function statusView(db: Reader, context: StatusContext): StatusView {
  const { configuration, settings, now, quiet } = context
  const memory = recallMemory(db)
  const open = countOpen(db)
  const newest = newestReading(db)
  const { own, sample } = dataKinds(db)
  const today = localDayOf(now, settings.zone)
  const nextNight = quietStateAt(settings.quietHours, quiet.active ? quiet.until : now)
  const nextStart = nextNight.active ? null : nextNight.nextStart
  const thatNight = nextStart === null ? null : quietStateAt(settings.quietHours, nextStart)
  return {
    version: context.version,
    now,
    timezone: settings.zone,
    running: context.runsHere ? 'here' : memory.pid === null ? 'no' : 'elsewhere',
    pid: memory.pid,
    startedAt: memory.startedAt,
    lastRun: memory.lastRun,
    nextRun: memory.nextRun,
    runCount: memory.runCount,
    dryRun: memory.dryRun || configuration.dry_run,
    pausedUntil: memory.pausedUntil !== null && memory.pausedUntil > now ? memory.pausedUntil : null,
    quiet: {
      active: quiet.active,
      until: quiet.active ? quiet.until : null,
      nextStart,
      nextEnd: thatNight?.active === true ? thatNight.until : null,
      doNotDisturb: memory.doNotDisturb,
    },
    openAlerts: severities.reduce((sum, severity) => sum + open[severity], 0),
    highestOpen: severities.findLast((severity) => open[severity] > 0) ?? null,
    heldAlerts: countHeld(db),
    promisesDue: loadOwedPromises(db).filter(({ due }) => due !== null && dueDay(due, settings.zone) <= today).length,
    capturesWaiting: countWaiting(db),
    sources: context.sources.map(({ name, condition, circuit, lastSuccess, lastError, from, retryAt }) => ({
      name,
      condition,
      circuit,
      lastSuccess,
      lastError,
      from,
      retryAt,
      newestReading: name === 'oura' ? (newest?.day ?? null) : null,
    })),
    monitors: monitorViews(db, configuration, memory),
    channels: channelViews(db, settings),
    configurationProblems: [...context.configurationProblems],
    notices: [...freshNotices(memory, now).map(({ text }) => text), ...context.hostNotices],
    newestReadingAt: newest?.readAt ?? null,
    hasSampleData: sample,
    hasOwnData: own,
  }
}

function monitorViews(db: Reader, configuration: Configuration, memory: OperatorMemory): StatusView['monitors'] {
  const states = new Map(loadMonitorStates(db).map((state) => [state.monitor, state]))
  return monitorIds.map((id) => {
    const state = states.get(id)
    const rules = memory.lastCycle?.monitors[id]?.rules ?? {}
    return {
      id,
      title: monitors[id].title,
      enabled: configuration.monitors[id].enabled,
      lastCheck: state?.lastCheck ?? null,
      durationMs: state?.durationMs ?? null,
      nextCheck: state?.nextDue ?? null,
      error: state?.error ?? null,
      rules: Object.entries(rules).map(([rule, { outcome, detail }]) => ({ rule, outcome, detail: detail ?? null })),
    }
  })
}

function channelViews(db: Reader, settings: ResolvedSettings): StatusView['channels'] {
  const receipts = new Map(lastReceipts(db).map((receipt) => [receipt.channel, receipt]))
  return channelNames.map((name) => {
    const receipt = receipts.get(name)
    return {
      name,
      enabled: settings.routes[name] !== null,
      minSeverity: settings.routes[name],
      lastDelivered: receipt?.lastDeliveredAt ?? null,
      lastError: receipt?.lastError ?? null,
      queued: receipt?.queued ?? 0,
    }
  })
}
