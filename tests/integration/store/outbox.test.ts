import { describe, expect, it } from 'vitest'
import type { ChannelName } from '../../../main/domain/channel-name.ts'
import { dayLength, minute } from '../../../main/domain/instant.ts'
import type { Severity } from '../../../main/domain/severity.ts'
import type { Writer } from '../../../main/store/database.ts'
import { saveAlert } from '../../../main/store/alerts.ts'
import { lastReceipts, listDeliveries } from '../../../main/store/deliveries.ts'
import { listJournal } from '../../../main/store/journal.ts'
import { loadTold, loadToldSince, recentDedupKeys, recordTold } from '../../../main/store/notifications.ts'
import { cancelFor, createOutbox, enqueue, supersede } from '../../../main/store/outbox.ts'
import { aMessage, anAlert, anEntry } from '../../support/records.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const telling = { alertId: 'a-1', key: 'health:readiness:2026-01-20', severity: 'medium', members: [] } as const

function queue(
  db: Writer,
  key: string,
  severity: Severity = 'medium',
  channel: ChannelName = 'native',
  alertIds: readonly string[] = ['a-1'],
): void {
  const tells = alertIds.map((alertId) => ({ ...telling, alertId, severity }))
  enqueue(db, { key, message: aMessage({ severity, channel, tells }), createdAt: testNow })
}

const firstKey = (db: Writer, lane: 'critical' | 'ordinary', now = testNow) => createOutbox(db).firstInLane('native', lane, now)?.key
const first = (db: Writer, lane: 'critical' | 'ordinary' = 'ordinary') => {
  const item = createOutbox(db).firstInLane('native', lane, testNow)
  if (!item) throw new Error('Nothing is queued.')
  return item
}

describe('the outbox', () => {
  it('takes a telling once', () => {
    const db = testDatabase()
    queue(db, 'a')
    expect(enqueue(db, { key: 'a', message: aMessage(), createdAt: testNow + 1 })).toBe(false)
    expect(createOutbox(db).enqueue({ key: 'a', message: aMessage(), createdAt: testNow }, anEntry())).toBe(false)
    expect(listJournal(db, { limit: 10 })).toEqual([])
    expect(createOutbox(db).waiting('native', 10)).toHaveLength(1)
  })

  it('gives a critical message first though ten thousand others wait, the others in their order', () => {
    const db = testDatabase()
    db.transaction(() => {
      for (let index = 0; index < 10_000; index += 1) queue(db, `mild-${index}`)
    })
    queue(db, 'urgent', 'critical')
    expect([firstKey(db, 'critical'), firstKey(db, 'ordinary')]).toEqual(['urgent', 'mild-0'])
    const waiting = createOutbox(db).waiting('native', 3)
    expect(waiting.map(({ key }) => key)).toEqual(['urgent', 'mild-0', 'mild-1'])
  })

  it('finds the first of a lane by its index', () => {
    const db = testDatabase()
    const plan = db.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT * FROM outbox WHERE state = 'queued' AND channel = 'native' AND (severity = 4) = 1 ORDER BY id LIMIT 1`,
    )
    expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH outbox USING INDEX outbox_lanes (channel=? AND <expr>=?)'])
  })

  it('keeps the order behind a message that waits for its next attempt, but not for a day', () => {
    const db = testDatabase()
    queue(db, 'stubborn')
    queue(db, 'next')
    const retry = (attempts: number, wait: number) => {
      createOutbox(db).recordRetry(first(db), { attempts, nextAttemptAt: testNow + wait, reason: 'busy' }, null)
    }
    retry(3, minute)
    expect(firstKey(db, 'ordinary')).toBe('stubborn')
    retry(9, minute)
    expect(firstKey(db, 'ordinary')).toBe('next')
    expect(firstKey(db, 'ordinary', testNow + minute)).toBe('stubborn')
    expect(firstKey(db, 'ordinary', testNow - 2 * dayLength)).toBe('stubborn')
  })

  it('starts the windows of what a message tells when it was delivered, in one commit with the journal', () => {
    const db = testDatabase()
    queue(db, 'a')
    expect(loadToldSince(db, 0).size).toBe(0)
    createOutbox(db).recordDelivered(first(db), 'receipt-7', testNow, anEntry({ type: 'delivery' }))
    expect(loadToldSince(db, 0).get(telling.key)).toMatchObject({ alertId: 'a-1', lastAt: testNow, severity: 'medium', times: 1 })
    expect(recentDedupKeys(db, testNow)).toEqual(new Map([[telling.key, testNow]]))
    expect(listDeliveries(db, 'a-1')).toMatchObject([{ key: 'a', state: 'delivered', receipt: 'receipt-7', attempts: 1 }])
    expect(listJournal(db, { limit: 10 })).toMatchObject([{ type: 'delivery' }])
    expect(firstKey(db, 'ordinary')).toBeUndefined()
  })

  it('counts a telling on two channels once, and begins anew with another alert of the key', () => {
    const db = testDatabase()
    const deliver = (key: string, channel: ChannelName, alertId: string) => {
      enqueue(db, { key, message: aMessage({ channel, tells: [{ ...telling, alertId, members: [key] }] }), createdAt: testNow })
      const item = createOutbox(db).firstInLane(channel, 'ordinary', testNow)
      if (item) createOutbox(db).recordDelivered(item, null, testNow, null)
    }
    deliver('1', 'native', 'a-1')
    deliver('2', 'telegram', 'a-1')
    deliver('3', 'native', 'a-1')
    expect(loadTold(db, [telling.key]).get(telling.key)).toMatchObject({ times: 2, members: ['1', '2', '3'] })
    deliver('4', 'native', 'a-2')
    expect(loadTold(db, [telling.key]).get(telling.key)).toMatchObject({ alertId: 'a-2', times: 1, members: ['4'] })
    expect(loadTold(db, ['other']).size).toBe(0)
  })

  it('gives a plan what was told within the longest window, and of open alerts whenever it was', () => {
    const db = testDatabase()
    const key = 'task:overdue'
    recordTold(db, { alertId: 'a-1', key, severity: 'high', members: [] }, 'native', testNow)
    expect([...loadToldSince(db, testNow).keys()]).toEqual([key])
    expect(loadToldSince(db, testNow + 1).size).toBe(0)
    saveAlert(db, anAlert({ key }))
    expect([...loadToldSince(db, testNow + 1).keys()]).toEqual([key])
  })

  it('remembers until when a service asked for silence', () => {
    const db = testDatabase()
    createOutbox(db).hold('native', testNow + minute)
    expect([createOutbox(db).heldUntil('native'), createOutbox(db).heldUntil('email')]).toEqual([testNow + minute, null])
  })

  it('takes back what is queued about an alert alone', () => {
    const db = testDatabase()
    queue(db, 'alone')
    queue(db, 'summary', 'medium', 'native', ['a-1', 'a-2'])
    expect(cancelFor(db, 'a-1', testNow)).toBe(1)
    expect(listDeliveries(db, 'a-1').map(({ key, state }) => [key, state])).toEqual([
      ['alone', 'cancelled'],
      ['summary', 'queued'],
    ])
  })

  it('takes back an earlier word of an alert on the same channel when there is a later one, and nothing else', () => {
    const db = testDatabase()
    queue(db, 'milder')
    queue(db, 'elsewhere', 'high', 'email')
    queue(db, 'another alert', 'high', 'native', ['a-2'])
    queue(db, 'summary', 'medium', 'native', ['a-1', 'a-2'])
    const later = { key: 'worse', createdAt: testNow, message: aMessage({ channel: 'native', tells: [telling] }) }
    supersede(db, later)
    enqueue(db, later)
    supersede(db, later)
    const states = [...listDeliveries(db, 'a-1'), ...listDeliveries(db, 'a-2')].map(({ key, state }) => [key, state])
    expect(Object.fromEntries(states)).toEqual({
      milder: 'cancelled',
      elsewhere: 'queued',
      'another alert': 'queued',
      summary: 'queued',
      worse: 'queued',
    })
  })

  it('knows whether alerts were told, or are about to be, on a channel', () => {
    const db = testDatabase()
    queue(db, 'summary', 'medium', 'native', ['a-1', 'a-2'])
    const isTold = (alertIds: readonly string[], since = testNow) => createOutbox(db).isTold('native', alertIds, since)
    expect([isTold(['a-1']), isTold(['a-1', 'a-2']), isTold(['a-1', 'a-3']), isTold([])]).toEqual([true, true, false, false])
    expect(isTold(['a-1'], testNow + 1)).toBe(false)
    expect(createOutbox(db).isTold('email', ['a-1'], testNow)).toBe(false)
    createOutbox(db).recordFailed(first(db), 'refused', testNow, anEntry())
    expect(isTold(['a-1'])).toBe(false)
  })

  it('says how each channel stands', () => {
    const db = testDatabase()
    queue(db, 'a')
    createOutbox(db).recordDelivered(first(db), null, testNow, null)
    queue(db, 'b')
    createOutbox(db).recordFailed(first(db), 'refused', testNow + 1, anEntry())
    queue(db, 'c')
    expect(lastReceipts(db)).toEqual([
      { channel: 'native', lastDeliveredAt: testNow, lastFailedAt: testNow + 1, lastError: 'refused', queued: 1 },
    ])
  })
})
