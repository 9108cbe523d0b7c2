import { second } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import type { DeduplicationSettings, MonitorSettings, QuietHoursSettings, RouteSettings } from '../domain/settings.ts'
import { weekdays } from '../domain/settings.ts'
import type { Severity } from '../domain/severity.ts'
import type { Configuration } from './schema.ts'

/** The configuration as rules and stages see it. Pure; `systemZone` is the machine's own zone. */
export type ResolvedSettings = {
  readonly zone: TimeZone
  readonly monitors: MonitorSettings
  readonly quietHours: QuietHoursSettings
  readonly deduplication: DeduplicationSettings
  readonly routes: RouteSettings
}

export function resolveSettings(configuration: Configuration, systemZone: TimeZone): ResolvedSettings {
  const zone = configuration.timezone === 'system' ? systemZone : configuration.timezone
  return {
    zone,
    monitors: configuration.monitors,
    quietHours: quietHours(configuration, zone),
    deduplication: deduplication(configuration),
    routes: routes(configuration),
  }
}

/** `22:30` → 1350. The schema has made every time HH:MM. */
function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function quietHours({ quiet_hours: quiet }: Configuration, zone: TimeZone): QuietHoursSettings {
  const differing = weekdays.flatMap((day) => {
    const night = quiet.weekdays[day]
    if (night === undefined) return []
    const start = night.start === undefined ? {} : { start: minuteOfDay(night.start) }
    const end = night.end === undefined ? {} : { end: minuteOfDay(night.end) }
    return [[day, { ...start, ...end }] as const]
  })
  return {
    enabled: quiet.enabled,
    start: minuteOfDay(quiet.start),
    end: minuteOfDay(quiet.end),
    zone: quiet.timezone ?? zone,
    weekdays: Object.fromEntries(differing),
  }
}

function deduplication({ deduplication: { max_alerts_per_run, window_seconds, windows } }: Configuration): DeduplicationSettings {
  return {
    windows: {
      health_warning: windows.health_warning * second,
      health_critical: windows.health_critical * second,
      tasks: windows.tasks * second,
      patterns: windows.patterns * second,
      other: window_seconds * second,
    },
    maxAlertsPerRun: max_alerts_per_run,
  }
}

type SwitchedChannel = { readonly enabled: boolean; readonly min_severity: Severity | 'off' }

function leastSeverity(channel: SwitchedChannel): Severity | null {
  return channel.enabled && channel.min_severity !== 'off' ? channel.min_severity : null
}

function routes({ channels }: Configuration): RouteSettings {
  return {
    native: leastSeverity(channels.native),
    telegram: leastSeverity(channels.telegram),
    email: leastSeverity(channels.email),
    push: leastSeverity(channels.push),
    webhook: leastSeverity(channels.webhook),
    journal: channels.journal.min_severity,
  }
}
