import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { Telling } from '../domain/message.ts'
import { severityRank, type Severity } from '../domain/severity.ts'
import type { Reader, Writer } from './handle.ts'
import { fromJson, severityOf } from './values.ts'

/** What was really delivered about a key, of its newest alert. */
export type Told = {
  readonly key: string
  readonly alertId: string
  readonly lastAt: Instant
  /** The highest told. */
  readonly severity: Severity
  /** How often it was told; on several channels at once counts once. */
  readonly times: number
  /** Every member ever named. */
  readonly members: readonly string[]
}

type ToldRow = {
  readonly key: string
  readonly alert_id: string
  readonly severity: number
  readonly members: string
  readonly told_by_channel: string
  readonly last_at: number
}

type ByChannel = Readonly<Partial<Record<ChannelName, number>>>

/** Notes a delivery. The first one of a new alert begins the count anew, for it is another life of the key. */
export function recordTold(db: Writer, telling: Telling, channel: ChannelName, at: Instant): void {
  db.transaction(() => {
    const row = db.get<ToldRow>('SELECT * FROM notification_log WHERE key = ?', telling.key)
    const before = row?.alert_id === telling.alertId ? row : undefined
    const byChannel: ByChannel = before ? fromJson(before.told_by_channel) : {}
    const members: readonly string[] = before ? fromJson(before.members) : []
    db.run(
      'INSERT OR REPLACE INTO notification_log (key, alert_id, severity, members, told_by_channel, last_at) VALUES (?, ?, ?, ?, ?, ?)',
      telling.key,
      telling.alertId,
      Math.max(before?.severity ?? 0, severityRank(telling.severity)),
      JSON.stringify([...new Set([...members, ...telling.members])]),
      JSON.stringify({ ...byChannel, [channel]: (byChannel[channel] ?? 0) + 1 }),
      Math.max(before?.last_at ?? at, at),
    )
  })
}

/** What was told of these keys. */
export function loadTold(db: Reader, keys: readonly string[]): ReadonlyMap<string, Told> {
  return byKey(db.all<ToldRow>('SELECT * FROM notification_log WHERE key IN (SELECT value FROM json_each(?))', JSON.stringify(keys)))
}

/**
 * What a plan must know: everything told at or after `since` (the longest window), and of open alerts whenever it was. Every day brings keys
 * of its own, so the whole log would make each cycle dearer than the one before.
 */
export function loadToldSince(db: Reader, since: Instant): ReadonlyMap<string, Told> {
  const sql = `SELECT * FROM notification_log WHERE last_at >= ?
    UNION SELECT * FROM notification_log WHERE key IN (SELECT key FROM alerts WHERE state IN ('open', 'acknowledged', 'snoozed'))`
  return byKey(db.all<ToldRow>(sql, since))
}

function byKey(rows: readonly ToldRow[]): ReadonlyMap<string, Told> {
  return new Map(rows.map((row) => [row.key, toldOf(row)]))
}

/** Keys told at or after `since`, with the last time of each, the newest first. */
export function recentDedupKeys(db: Reader, since: Instant): ReadonlyMap<string, Instant> {
  const sql = 'SELECT key, last_at AS lastAt FROM notification_log WHERE last_at >= ? ORDER BY last_at DESC, key'
  return new Map(db.all<{ key: string; lastAt: Instant }>(sql, since).map(({ key, lastAt }) => [key, lastAt]))
}

function toldOf(row: ToldRow): Told {
  const byChannel: ByChannel = fromJson(row.told_by_channel)
  return {
    key: row.key,
    alertId: row.alert_id,
    lastAt: row.last_at,
    severity: severityOf(row.severity),
    times: Math.max(0, ...Object.values(byChannel)),
    members: fromJson(row.members),
  }
}
