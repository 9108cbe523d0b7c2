import type { Alert } from '../../../main/domain/alert.ts'
import type { Told, World } from '../../../main/pipeline/world.ts'
import { chicago, defaults } from './settings.ts'

/** Tuesday, 9:00 in Chicago. */
export const nineOClock = Date.parse('2026-01-20T15:00:00Z')

/** Nothing open, nothing told, a working day in Chicago, and every channel on. */
export function world(change: Partial<World> = {}): World {
  return {
    now: nineOClock,
    zone: chicago,
    alerts: new Map(),
    recentlyCleared: new Map(),
    told: new Map(),
    waiting: new Map(),
    mutedRules: new Map(),
    pausedUntil: null,
    quiet: { active: false, nextStart: null },
    deduplication: defaults.deduplication,
    routes: { native: 'medium', telegram: 'high', email: null, push: null, webhook: null, journal: 'info' },
    ...change,
  }
}

export function byKey(...alerts: readonly Alert[]): ReadonlyMap<string, Alert> {
  return new Map(alerts.map((alert) => [alert.key, alert]))
}

/** What the notification log holds after this alert was told. */
export function toldOf(alert: Alert, lastAt: number, change: Partial<Told> = {}): readonly [string, Told] {
  return [alert.key, { alertId: alert.id, lastAt, severity: alert.severity, times: 1, members: alert.members, ...change }]
}
