import type { Alert } from '../domain/alert.ts'
import type { Instant } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import type { DeduplicationSettings, RouteSettings } from '../domain/settings.ts'
import type { Severity } from '../domain/severity.ts'
import type { QuietState } from './quiet-state.ts'

/** What the notification log says of the latest alert of a key. */
export type Told = {
  readonly alertId: string
  /** When something was last really delivered. */
  readonly lastAt: Instant
  /** The highest severity delivered. */
  readonly severity: Severity
  /** How many times it was told, however many channels each time took. */
  readonly times: number
  /** Every member it ever named to the owner. */
  readonly members: readonly string[]
}

/** Everything the plan may know, loaded once per cycle; immutable. */
export type World = {
  readonly now: Instant
  readonly zone: TimeZone
  /** By key: open alerts, and those closed by hand whose rule still says so. */
  readonly alerts: ReadonlyMap<string, Alert>
  /** By key: cleared within the last hour; one that fires again reopens. */
  readonly recentlyCleared: ReadonlyMap<string, Alert>
  readonly told: ReadonlyMap<string, Told>
  /**
   * By key: what queued messages will tell of alerts that nothing was delivered of since. Such an alert needs no second message, and after a crash
   * between planning and delivery it gets none.
   */
  readonly waiting: ReadonlyMap<string, Pick<Told, 'severity' | 'members'>>
  /** Muted rules and until when; null is until unmuted. */
  readonly mutedRules: ReadonlyMap<string, Instant | null>
  readonly pausedUntil: Instant | null
  readonly quiet: QuietState
  readonly deduplication: DeduplicationSettings
  readonly routes: RouteSettings
}
