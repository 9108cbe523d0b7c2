import type { Evidence, Finding, Speaker, Subject } from './finding.ts'
import type { Instant } from './instant.ts'
import type { Severity } from './severity.ts'

export const alertStates = ['open', 'acknowledged', 'snoozed', 'resolved', 'dismissed'] as const
export type AlertState = (typeof alertStates)[number]

export const ratings = ['useful', 'wrong', 'known'] as const
export type Rating = (typeof ratings)[number]

/** Why an alert was not sent, as the stage that stopped it says. */
export type Suppression = { readonly stage: string; readonly reason: string; readonly at: Instant }

/** The life of one key from its first finding until it is resolved. */
export type Alert = {
  readonly id: string
  readonly key: string
  readonly monitor: Speaker
  readonly rule: string
  readonly severity: Severity
  readonly state: AlertState
  readonly title: string
  readonly body: string
  readonly evidence: Evidence
  readonly members: readonly string[]
  readonly subject: Subject | null
  readonly openedAt: Instant
  readonly updatedAt: Instant
  /** When a rule last said so. */
  readonly lastSeenAt: Instant
  readonly acknowledgedAt: Instant | null
  readonly snoozedUntil: Instant | null
  readonly closedAt: Instant | null
  readonly closedBy: 'rule' | 'owner' | null
  /** When its rule stopped saying so; null while it still does. An alert closed by hand stays closed until then. */
  readonly clearedAt: Instant | null
  /** How often it came back within an hour of being resolved. */
  readonly flaps: number
  /** Held back for the morning: told in the summary when quiet hours end. */
  readonly heldForMorning: boolean
  /** Why the last consideration ended without a message; null once told. */
  readonly suppression: Suppression | null
  readonly rating: Rating | null
}

/** The alert that a finding opens. */
export function newAlert(
  id: string,
  { key, monitor, rule, severity, title, body, evidence, members, subject }: Finding,
  now: Instant,
): Alert {
  return {
    id,
    key,
    monitor,
    rule,
    severity,
    title,
    body,
    evidence,
    members,
    subject,
    state: 'open',
    openedAt: now,
    updatedAt: now,
    lastSeenAt: now,
    acknowledgedAt: null,
    snoozedUntil: null,
    closedAt: null,
    closedBy: null,
    clearedAt: null,
    flaps: 0,
    heldForMorning: false,
    suppression: null,
    rating: null,
  }
}

/** Not yet resolved or dismissed. */
export function isOpen(alert: Pick<Alert, 'state'>): boolean {
  return alert.state === 'open' || alert.state === 'acknowledged' || alert.state === 'snoozed'
}

/** The classes of windows in `deduplication.windows`, and `other` for the rest. */
export type WindowClass = 'health_warning' | 'health_critical' | 'tasks' | 'patterns' | 'other'

/** The class of a finding or alert, by its key's family. */
export function windowClassOf(item: Pick<Finding, 'key' | 'severity'>): WindowClass {
  const family = item.key.slice(0, item.key.indexOf(':'))
  if (family === 'health') return item.severity === 'critical' ? 'health_critical' : 'health_warning'
  if (family === 'task' || family === 'commitment') return 'tasks'
  return family === 'pattern' ? 'patterns' : 'other'
}
