import { describe, expect, it } from 'vitest'
import { minute } from '../../../main/domain/instant.ts'
import type { Severity } from '../../../main/domain/severity.ts'
import type { Writer } from '../../../main/store/database.ts'
import { cancelFor, createOutbox, enqueue } from '../../../main/store/outbox.ts'
import { loadWaiting } from '../../../main/store/waiting.ts'
import { aMessage, anEntry } from '../../support/records.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const key = 'task:overdue'

function queue(db: Writer, name: string, at = testNow, severity: Severity = 'high', members: readonly string[] = ['t1']): boolean {
  return enqueue(db, {
    key: name,
    message: aMessage({ channel: 'native', severity, tells: [{ alertId: 'a-1', key, severity, members }] }),
    createdAt: at,
  })
}

function deliverFirst(db: Writer, at: number): void {
  const outbox = createOutbox(db)
  const item = outbox.firstInLane('native', 'ordinary', at)
  if (item === null) throw new Error('Nothing is queued.')
  outbox.recordDelivered(item, null, at, anEntry())
}

describe('what waits to be told', () => {
  it('is what queued messages tell of alerts nothing was delivered of', () => {
    const db = testDatabase()
    expect(loadWaiting(db)).toEqual(new Map())
    queue(db, 'one')
    queue(db, 'two', testNow, 'critical', ['t2'])
    expect(loadWaiting(db)).toEqual(new Map([[key, { severity: 'critical', members: ['t2', 't1'] }]]))
  })

  it('is no longer what one channel has told, whatever waits for another', () => {
    const db = testDatabase()
    queue(db, 'one')
    queue(db, 'the same elsewhere')
    deliverFirst(db, testNow + 1)
    expect(loadWaiting(db)).toEqual(new Map())
    queue(db, 'later', testNow + minute)
    expect([...loadWaiting(db).keys()]).toEqual([key])
  })

  it('is not what was taken back, until it is planned again', () => {
    const db = testDatabase()
    queue(db, 'one')
    cancelFor(db, 'a-1', testNow)
    expect(loadWaiting(db)).toEqual(new Map())
    expect(queue(db, 'one', testNow + minute)).toBe(true)
    expect(loadWaiting(db).size).toBe(1)
    expect(createOutbox(db).waiting('native', 10)).toMatchObject([
      { key: 'one', state: 'queued', attempts: 0, createdAt: testNow + minute },
    ])
    expect(queue(db, 'one', testNow + minute)).toBe(false)
  })
})
