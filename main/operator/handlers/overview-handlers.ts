import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { ChannelName } from '../../domain/channel-name.ts'
import { addDays } from '../../domain/local-day.ts'
import type { DeliveryResult } from '../../ports/channel.ts'
import { listAlerts } from '../../store/alert-list.ts'
import { appendJournal, listJournal } from '../../store/journal.ts'
import { listMetric } from '../../store/readings.ts'
import type { CycleDocument } from '../cycle-document.ts'
import type { DoctorCheck } from '../doctor.ts'
import { loadSnapshot } from '../load-snapshot.ts'
import { remember } from '../operator-memory.ts'
import { readSampleCaptures } from '../sample-captures.ts'
import { addSampleData, removeSampleData } from '../sample-data.ts'
import type { SourceSet } from '../source-set.ts'
import { ownersEntry, type HandlerTools } from './handler-tools.ts'
import { healthSeries, leadDays, ruleOfMetric } from './health-series.ts'
import { patternViews } from './pattern-views.ts'
import { statusView, type StatusContext } from './status-view.ts'

type OverviewHandlers = Pick<
  Handlers,
  Extract<
    keyof Handlers,
    | `status:${string}`
    | `operator:${string}`
    | `channels:${string}`
    | `health:${string}`
    | `patterns:${string}`
    | `journal:${string}`
    | `sample:${string}`
  >
>

export type OverviewTools = HandlerTools & {
  readonly sources: Pick<SourceSet, 'states'>
  readonly status: () => StatusContext
  /** Joins a running cycle; runs every enabled monitor. */
  readonly check: () => Promise<CycleDocument>
  /** The same where this process runs the cycles; elsewhere the operator that does will notice by itself. */
  readonly checkIfRunning: () => Promise<CycleDocument | null>
  readonly examine: () => Promise<readonly DoctorCheck[]>
  readonly testChannel: (channel: ChannelName) => Promise<DeliveryResult>
}

/** Alerts of one rule that a chart can mark; more than five years of daily ones. */
const mostMarks = 2_000

/** What the operator sees and did. */
export function overviewHandlers(tools: OverviewTools): OverviewHandlers {
  const { db, clock, settings, changed, check } = tools

  function pause(until: number | null) {
    const now = clock.now()
    db.transaction(() => {
      remember(db, { pausedUntil: until })
      appendJournal(db, [
        until === null
          ? ownersEntry(now, 'operator_unpaused', 'Notifications go on', {})
          : ownersEntry(now, 'operator_paused', 'Notifications paused', { until }),
      ])
    })
    changed(['status', 'journal'])
    return { pausedUntil: until }
  }

  return {
    'status:get': () => statusView(db, tools.status()),
    'operator:check': async () => {
      const cycle = await check()
      const told = new Set(cycle.messages.filter(({ outcome }) => outcome === 'delivered').flatMap(({ keys }) => keys))
      return { findings: cycle.findings.length, told: told.size, durationMs: cycle.duration_ms }
    },
    'operator:pause': ({ until }) => pause(until),
    'operator:examine': async () => ({ checks: [...(await tools.examine())] }),
    'channels:test': async ({ channel }) => {
      const result = await tools.testChannel(channel)
      changed(['journal'])
      return { outcome: result.outcome, reason: result.outcome === 'delivered' ? null : result.reason }
    },
    'health:series': ({ metric, from, to }) => {
      const rule = ruleOfMetric[metric]
      const alerts = rule === undefined ? [] : listAlerts(db, { search: `health:${rule}:`, order: 'time', limit: mostMarks }).alerts
      const inRange = alerts.filter(({ key }) => key.slice(-10) >= from && key.slice(-10) <= to)
      return healthSeries(metric, { from, to }, listMetric(db, metric, addDays(from, -leadDays), to), inRange, settings().monitors.health)
    },
    'patterns:list': () => {
      const { monitors, zone } = settings()
      const now = clock.now()
      const gathered = { reportedProcrastination: new Map<string, number>(), states: tools.sources.states() }
      return { patterns: [...patternViews(loadSnapshot(db, monitors, gathered, zone, now), monitors.patterns, now)], checkedAt: now }
    },
    'journal:list': ({ types, severities, search, before, limit }) => {
      const entries = listJournal(db, { types, severities, search, before: before ?? undefined, limit })
      const last = entries.at(-1)
      return {
        entries: entries.map(({ id, at, type, source, severity, title, data }) => ({
          id,
          at,
          type,
          source,
          severity,
          title,
          data: { ...data },
        })),
        next: entries.length === limit && last !== undefined ? last.id : null,
      }
    },
    'sample:add': async () => {
      const [now, { zone }] = [clock.now(), settings()]
      const added = addSampleData(db, now, zone, await readSampleCaptures(now, zone))
      // A newcomer should see what it says at once, not at the next round.
      await tools.checkIfRunning()
      changed(['alerts', 'tasks', 'promises', 'captures', 'health', 'status', 'journal'])
      return added
    },
    'sample:remove': () => {
      const removed = removeSampleData(db, clock.now())
      changed(['alerts', 'tasks', 'promises', 'captures', 'health', 'status', 'journal'])
      return removed
    },
  }
}
