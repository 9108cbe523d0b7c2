import type { Evaluation, MonitorId } from '../domain/finding.ts'
import type { Instant } from '../domain/instant.ts'
import type { Snapshot } from '../domain/snapshot.ts'

/** One condition: pure, and blind to everything but its arguments. */
export type Rule<Settings> = {
  readonly name: string
  check(snapshot: Snapshot, settings: Settings, now: Instant): Evaluation
}

/**
 * A named set of rules over a snapshot. It does not read, send, store, sleep, retry or look at the clock.
 * Adding one is one file and one line in registry.ts.
 */
export type Monitor<Settings> = {
  readonly id: MonitorId
  readonly title: string
  readonly rules: readonly Rule<Settings>[]
}

/** Every rule's verdict; a rule switched off by name says so. */
export function checkMonitor<Settings extends { readonly rules_off: readonly string[] }>(
  monitor: Monitor<Settings>,
  snapshot: Snapshot,
  settings: Settings,
  now: Instant,
): readonly Evaluation[] {
  return monitor.rules.map((rule) =>
    settings.rules_off.includes(rule.name) ? { rule: rule.name, outcome: 'off' } : rule.check(snapshot, settings, now),
  )
}
