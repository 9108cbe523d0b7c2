import { severityRank, type Severity } from '../domain/severity.ts'
import type { Alert } from '../domain/alert.ts'
import type { Instant } from '../domain/instant.ts'
import type { Reader, Writer } from './handle.ts'
import { fromJson, severityOf } from './values.ts'

/** A row of `alerts`. */
export type AlertRow = {
  readonly id: string
  readonly key: string
  readonly monitor: Alert['monitor']
  readonly rule: string
  readonly severity: number
  readonly state: Alert['state']
  readonly title: string
  readonly body: string
  readonly evidence: string
  readonly members: string
  readonly subject: string | null
  readonly opened_at: number
  readonly updated_at: number
  readonly last_seen_at: number
  readonly acknowledged_at: number | null
  readonly snoozed_until: number | null
  readonly closed_at: number | null
  readonly closed_by: Alert['closedBy']
  readonly cleared_at: number | null
  readonly flaps: number
  readonly held_for_morning: number
  readonly suppression: string | null
  readonly rating: Alert['rating']
}

export function alertOf(row: AlertRow): Alert {
  return {
    id: row.id,
    key: row.key,
    monitor: row.monitor,
    rule: row.rule,
    severity: severityOf(row.severity),
    state: row.state,
    title: row.title,
    body: row.body,
    evidence: fromJson(row.evidence),
    members: fromJson(row.members),
    subject: row.subject === null ? null : fromJson(row.subject),
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    lastSeenAt: row.last_seen_at,
    acknowledgedAt: row.acknowledged_at,
    snoozedUntil: row.snoozed_until,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    clearedAt: row.cleared_at,
    flaps: row.flaps,
    heldForMorning: row.held_for_morning === 1,
    suppression: row.suppression === null ? null : fromJson(row.suppression),
    rating: row.rating,
  }
}

/** Every alert not yet resolved or dismissed, the oldest first. */
export function loadOpenAlerts(db: Reader): readonly Alert[] {
  const sql = `SELECT * FROM alerts WHERE state IN ('open', 'acknowledged', 'snoozed') ORDER BY opened_at, id`
  return db.all<AlertRow>(sql).map(alertOf)
}

/** What a plan must know as still true: open alerts, and those closed by hand whose rule still says so. The oldest first. */
export function loadStandingAlerts(db: Reader): readonly Alert[] {
  const closed = `SELECT * FROM alerts WHERE state IN ('resolved', 'dismissed') AND cleared_at IS NULL`
  const closedYetTrue = db.all<AlertRow>(`${closed} ORDER BY opened_at, id`).map(alertOf)
  return [...closedYetTrue, ...loadOpenAlerts(db)]
}

/** Alerts that cleared at or after `since`, the first cleared first: what fires again within an hour reopens one of these. */
export function loadRecentlyCleared(db: Reader, since: Instant): readonly Alert[] {
  const sql = `SELECT * FROM alerts WHERE cleared_at >= ? AND state IN ('resolved', 'dismissed') ORDER BY cleared_at, id`
  return db.all<AlertRow>(sql, since).map(alertOf)
}

/** Alerts closed at or after `since`, by their rule or by hand, the first closed first. */
export function loadRecentlyClosed(db: Reader, since: Instant): readonly Alert[] {
  return db.all<AlertRow>('SELECT * FROM alerts WHERE closed_at >= ? ORDER BY closed_at, id', since).map(alertOf)
}

/** The alert of that id, else the newest one of that key. */
export function findAlert(db: Reader, idOrKey: string): Alert | undefined {
  const row =
    db.get<AlertRow>('SELECT * FROM alerts WHERE id = ?', idOrKey) ??
    db.get<AlertRow>('SELECT * FROM alerts WHERE key = ? ORDER BY opened_at DESC, id DESC LIMIT 1', idOrKey)
  return row && alertOf(row)
}

/** How many open alerts there are of each severity. */
export function countOpen(db: Reader): Readonly<Record<Severity, number>> {
  const counts = { info: 0, low: 0, medium: 0, high: 0, critical: 0 }
  // By state too: in that order the index has them, and nothing is sorted.
  const sql = `SELECT severity, count(*) AS count FROM alerts WHERE state IN ('open', 'acknowledged', 'snoozed') GROUP BY state, severity`
  for (const { severity, count } of db.all<{ severity: number; count: number }>(sql)) counts[severityOf(severity)] += count
  return counts
}

/** Writes an alert as it is now; the one of the same id is replaced. Two open alerts of one key are refused by the database. */
export function saveAlert(db: Writer, alert: Alert): void {
  db.run(upsert, {
    id: alert.id,
    key: alert.key,
    monitor: alert.monitor,
    rule: alert.rule,
    severity: severityRank(alert.severity),
    state: alert.state,
    title: alert.title,
    body: alert.body,
    evidence: JSON.stringify(alert.evidence),
    members: JSON.stringify(alert.members),
    subject: alert.subject && JSON.stringify(alert.subject),
    opened_at: alert.openedAt,
    updated_at: alert.updatedAt,
    last_seen_at: alert.lastSeenAt,
    acknowledged_at: alert.acknowledgedAt,
    snoozed_until: alert.snoozedUntil,
    closed_at: alert.closedAt,
    closed_by: alert.closedBy,
    cleared_at: alert.clearedAt,
    flaps: alert.flaps,
    held_for_morning: alert.heldForMorning ? 1 : 0,
    suppression: alert.suppression && JSON.stringify(alert.suppression),
    rating: alert.rating,
  } satisfies AlertRow)
}

const columns = [
  'id',
  'key',
  'monitor',
  'rule',
  'severity',
  'state',
  'title',
  'body',
  'evidence',
  'members',
  'subject',
  'opened_at',
  'updated_at',
  'last_seen_at',
  'acknowledged_at',
  'snoozed_until',
  'closed_at',
  'closed_by',
  'cleared_at',
  'flaps',
  'held_for_morning',
  'suppression',
  'rating',
] as const satisfies readonly (keyof AlertRow)[]

const upsert = `
  INSERT INTO alerts (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`
