import type { Message, Telling } from '../domain/message.ts'
import { highestSeverity } from '../domain/severity.ts'
import type { Reader } from './handle.ts'
import { fromJson } from './values.ts'

type Waiting = Pick<Telling, 'severity' | 'members'>

/**
 * By key: what queued messages will tell of alerts that nothing was delivered of since those messages were written. What one channel has told is
 * left to its windows, whatever still waits for another; so a channel that has been down for a day costs nothing here.
 */
export function loadWaiting(db: Reader): ReadonlyMap<string, Waiting> {
  const sql = `SELECT DISTINCT outbox.id, outbox.message FROM outbox JOIN outbox_alerts ON outbox_alerts.outbox_id = outbox.id
    LEFT JOIN notification_log ON notification_log.alert_id = outbox_alerts.alert_id
    WHERE outbox.state = 'queued' AND (notification_log.alert_id IS NULL OR notification_log.last_at < outbox.created_at)`
  const waiting = new Map<string, Waiting>()
  for (const { message } of db.all<{ readonly id: number; readonly message: string }>(sql)) {
    for (const { key, severity, members } of fromJson<Message>(message).tells) {
      const before = waiting.get(key)
      waiting.set(key, {
        severity: highestSeverity([severity, before?.severity ?? severity]),
        members: [...new Set([...members, ...(before?.members ?? [])])],
      })
    }
  }
  return waiting
}
