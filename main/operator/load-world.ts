import { hour, type Instant } from '../domain/instant.ts'
import type { Alert } from '../domain/alert.ts'
import type { QuietState } from '../pipeline/quiet-state.ts'
import type { World } from '../pipeline/world.ts'
import { loadRecentlyCleared, loadStandingAlerts } from '../store/alerts.ts'
import type { Reader } from '../store/database.ts'
import { loadMutes } from '../store/mutes.ts'
import { loadToldSince } from '../store/notifications.ts'
import { loadWaiting } from '../store/waiting.ts'
import type { ResolvedSettings } from '../config/resolve.ts'

/** What fires again within this time of being cleared is the same alert. */
const reopensWithin = hour

function byKey(alerts: readonly Alert[]): ReadonlyMap<string, Alert> {
  return new Map(alerts.map((alert) => [alert.key, alert]))
}

/** Everything the plan may know, in a handful of queries. */
export function loadWorld(db: Reader, settings: ResolvedSettings, quiet: QuietState, pausedUntil: Instant | null, now: Instant): World {
  return {
    now,
    zone: settings.zone,
    alerts: byKey(loadStandingAlerts(db)),
    recentlyCleared: byKey(loadRecentlyCleared(db, now - reopensWithin)),
    told: loadToldSince(db, now - Math.max(...Object.values(settings.deduplication.windows))),
    waiting: loadWaiting(db),
    mutedRules: loadMutes(db, now),
    pausedUntil,
    quiet,
    deduplication: settings.deduplication,
    routes: settings.routes,
  }
}
