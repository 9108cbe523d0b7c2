import { expect, it } from 'vitest'
import { minute } from '../../../main/domain/instant.ts'
import { createDeliveryDesk } from '../../../main/operator/delivery-desk.ts'
import { loadToldSince } from '../../../main/store/notifications.ts'
import { enqueue } from '../../../main/store/outbox.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { aQueuedMessage } from '../../support/message-builder.ts'
import { ScriptedChannel } from '../../support/scripted-channel.ts'
import { FaultyDatabase } from '../../support/simulation/faulty-database.ts'
import { silentLogger } from '../../support/silent-logger.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

it('sends a message once though its delivery cannot be recorded, and records it with its own time as soon as it can', async () => {
  const db = new FaultyDatabase(
    testDatabase(),
    () => 0,
    () => {},
  )
  const clock = new FakeClock(testNow)
  const telegram = new ScriptedChannel('telegram', () => {
    // The disk fills up while the message is on its way.
    db.trouble = 'disk_full'
    return { outcome: 'delivered', receipt: 'r-1' }
  })
  const desk = createDeliveryDesk({
    db,
    clock,
    ids: { next: (prefix) => prefix, random: () => 0.5 },
    logger: silentLogger,
    channels: async () => new Map([['telegram', telegram]]),
    elsewhere: new Set(),
    retry: () => ({ attempts: 3, baseMs: 1, maxMs: 10 }),
    tend: () => {},
    mayDeliver: () => true,
    signal: new AbortController().signal,
  })
  enqueue(db, { ...aQueuedMessage('one'), createdAt: testNow })
  const deliver = () => desk.deliver(new AbortController().signal)
  await expect(deliver()).rejects.toMatchObject({ code: 'disk_full' })
  clock.advance(5 * minute)
  await expect(deliver()).rejects.toMatchObject({ code: 'disk_full' })
  db.trouble = 'none'
  clock.advance(5 * minute)
  expect(await deliver()).toEqual([])
  expect(telegram.sent).toHaveLength(1)
  expect(db.get('SELECT state, receipt FROM outbox')).toEqual({ state: 'delivered', receipt: 'r-1' })
  expect(loadToldSince(db, 0).get('one')).toMatchObject({ lastAt: testNow, times: 1 })
})
