import type { Configuration } from '../config/schema.ts'
import { monitorIds } from '../domain/finding.ts'
import { hour, type Instant } from '../domain/instant.ts'
import { formatInstant, type TimeZone } from '../domain/local-day.ts'
import type { SourceState } from '../domain/source-state.ts'
import type { QuietState } from '../pipeline/quiet-state.ts'
import type { Reader } from '../store/database.ts'
import { loadMonitorStates } from '../store/monitor-states.ts'
import { recentDedupKeys } from '../store/notifications.ts'
import { newestReading } from '../store/readings.ts'
import { recallMemory } from './operator-memory.ts'

/** `thanos status --json`; its keys are the interface. Also true while another process runs: everything is read from the database. */
export type StatusDocument = Readonly<Record<string, unknown>>

/** Windows are at most a week. */
const recentlyTold = 7 * 24 * hour

export function statusDocument(
  db: Reader,
  context: {
    readonly version: string
    readonly configuration: Configuration
    readonly zone: TimeZone
    readonly quiet: QuietState
    readonly sources: readonly SourceState[]
    readonly now: Instant
  },
): StatusDocument {
  const { zone, now } = context
  const memory = recallMemory(db)
  const time = (at: Instant | null) => (at === null ? null : formatInstant(at, zone))
  const told = recentDedupKeys(db, now - recentlyTold)
  const newest = newestReading(db)?.day ?? null
  return {
    version: context.version,
    pid: memory.pid,
    uptime_start: time(memory.startedAt),
    uptime_seconds: memory.pid === null || memory.startedAt === null ? 0 : Math.max(0, Math.floor((now - memory.startedAt) / 1_000)),
    last_run: time(memory.lastRun),
    next_run: time(memory.nextRun),
    run_count: memory.runCount,
    total_alerts: memory.totalAlerts,
    dry_run: memory.dryRun || context.configuration.dry_run,
    is_quiet_hours: context.quiet.active,
    enabled_monitors: monitorIds.filter((id) => context.configuration.monitors[id].enabled),
    recent_dedup_keys: Object.fromEntries([...told].map(([key, at]) => [key, formatInstant(at, zone)])),
    dedup_cache_size: told.size,
    monitor_states: Object.fromEntries(
      loadMonitorStates(db).map(({ monitor, lastCheck, durationMs, alertsGenerated, nextDue, error }) => [
        monitor,
        { last_check: time(lastCheck), duration_ms: durationMs, alerts_generated: alertsGenerated, next_check: time(nextDue), error },
      ]),
    ),
    circuit_states: Object.fromEntries(context.sources.map(({ name, circuit }) => [name, circuit])),
    sources: Object.fromEntries(
      context.sources.map(({ name, condition, lastSuccess, lastError }) => [
        name,
        { state: condition, last_success: time(lastSuccess), newest_reading: name === 'oura' ? newest : null, last_error: lastError },
      ]),
    ),
    metrics: {
      total_checks: memory.runCount,
      failed_checks: memory.failedChecks,
      average_check_duration_ms: memory.runCount === 0 ? 0 : Math.round(memory.totalDurationMs / memory.runCount),
      alerts_by_severity: memory.alertsBySeverity,
      circuit_breaker_trips: context.sources.reduce((sum, { trips }) => sum + trips, 0),
    },
  }
}
