import { alertStates, type Alert, type AlertState } from '../domain/alert.ts'
import type { Speaker } from '../domain/finding.ts'
import type { Instant } from '../domain/instant.ts'
import { severities, severityRank, type Severity } from '../domain/severity.ts'
import { alertOf, type AlertRow } from './alerts.ts'
import type { Reader, SqlValue } from './handle.ts'
import { likePattern } from './values.ts'

export type AlertOrder = 'severity' | 'time'

/** Where the page before ended: its last alert's place in the order. */
export type AlertCursor = { readonly severity: number; readonly openedAt: Instant; readonly id: string }

export type AlertFilter = {
  readonly states?: readonly AlertState[] | undefined
  readonly severities?: readonly Severity[] | undefined
  readonly monitors?: readonly Speaker[] | undefined
  /** Found in title, body or key, whatever the case. */
  readonly search?: string | undefined
  /** Opened at or after. */
  readonly since?: Instant | undefined
}

export type AlertQuery = AlertFilter & {
  /** The highest severity first and the newest first within it, or simply the newest first. */
  readonly order?: AlertOrder | undefined
  readonly limit: number
  readonly cursor?: AlertCursor | null | undefined
}

export type AlertPage = { readonly alerts: readonly Alert[]; /** Null after the last page. */ readonly next: AlertCursor | null }

/**
 * One page of the inbox. Every combination of state and severity is one range of the index `alerts_inbox`, already in order; at most 25
 * ranges are read, a page's worth each, and merged. So a page costs the same among a million alerts, whatever is filtered by state and
 * severity; one statement with IN would have to sort everything it finds. The ranges are read as places in the order, which the index alone
 * answers; only the rows of the page itself are fetched.
 */
export function listAlerts(db: Reader, query: AlertQuery): AlertPage {
  const { limit, cursor = null, order = 'severity' } = query
  const ranks = (query.severities ?? severities).map(severityRank).toSorted((a, b) => b - a)
  const states = query.states ?? alertStates
  const found: Place[] = []
  for (const rank of ranks) {
    if (order === 'severity' && ((cursor !== null && rank > cursor.severity) || found.length > limit)) continue
    const from = order === 'time' || rank === cursor?.severity ? cursor : null
    for (const state of states) found.push(...readRange(db, query, { state, rank, from, limit: limit + 1 }))
  }
  const page = found.toSorted(order === 'severity' ? bySeverity : byTime).slice(0, limit)
  const last = page.at(-1)
  return {
    alerts: alertsAt(db, page),
    next: found.length > limit && last ? { severity: last.severity, openedAt: last.opened_at, id: last.id } : null,
  }
}

/** How many alerts a filter finds. */
export function countAlerts(db: Reader, filter: AlertFilter): number {
  const { sql, parameters } = conditions(filter)
  const among = [
    ...(filter.states ? [['state', 'states', filter.states] as const] : []),
    ...(filter.severities ? [['severity', 'ranks', filter.severities.map(severityRank)] as const] : []),
  ]
  const lists = among.map(([column, name]) => `AND ${column} IN (SELECT value FROM json_each(:${name}))`).join(' ')
  const values = Object.fromEntries(among.map(([, name, list]) => [name, JSON.stringify(list)]))
  // Without any condition SQLite counts by the pages of the table, not by its rows.
  const where = `${lists} ${sql}`.trim().replace(/^AND/, 'WHERE')
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM alerts ${where}`, { ...values, ...parameters })?.count ?? 0
}

/** Where an alert stands in the order of the inbox. */
type Place = Pick<AlertRow, 'id' | 'severity' | 'opened_at'>

type Range = { readonly state: AlertState; readonly rank: number; readonly from: AlertCursor | null; readonly limit: number }

function readRange(db: Reader, filter: AlertFilter, { state, rank, from, limit }: Range): readonly Place[] {
  const { sql, parameters } = conditions(filter)
  const after = from ? 'AND (opened_at, id) < (:openedAt, :id)' : ''
  const place = from ? { openedAt: from.openedAt, id: from.id } : {}
  return db.all<Place>(
    `SELECT id, severity, opened_at FROM alerts WHERE state = :state AND severity = :rank ${after} ${sql} ORDER BY opened_at DESC, id DESC LIMIT :limit`,
    { state, rank, limit, ...place, ...parameters },
  )
}

/** The alerts of a page, in its order. */
function alertsAt(db: Reader, page: readonly Place[]): readonly Alert[] {
  const ids = JSON.stringify(page.map(({ id }) => id))
  const rows = db.all<AlertRow>('SELECT * FROM alerts WHERE id IN (SELECT value FROM json_each(:ids))', { ids })
  const byId = new Map(rows.map((row) => [row.id, alertOf(row)]))
  return page.flatMap(({ id }) => byId.get(id) ?? [])
}

function conditions(filter: AlertFilter): { readonly sql: string; readonly parameters: Readonly<Record<string, SqlValue>> } {
  const sql: string[] = []
  const parameters: Record<string, SqlValue> = {}
  if (filter.since !== undefined) {
    sql.push('AND opened_at >= :since')
    parameters['since'] = filter.since
  }
  if (filter.monitors) {
    sql.push('AND monitor IN (SELECT value FROM json_each(:monitors))')
    parameters['monitors'] = JSON.stringify(filter.monitors)
  }
  if (filter.search) {
    sql.push(String.raw`AND (title LIKE :search ESCAPE '\' OR body LIKE :search ESCAPE '\' OR key LIKE :search ESCAPE '\')`)
    parameters['search'] = likePattern(filter.search)
  }
  return { sql: sql.join(' '), parameters }
}

function byTime(a: Place, b: Place): number {
  if (a.opened_at !== b.opened_at) return b.opened_at - a.opened_at
  if (a.id === b.id) return 0
  return a.id < b.id ? 1 : -1
}

function bySeverity(a: Place, b: Place): number {
  return b.severity - a.severity || byTime(a, b)
}
