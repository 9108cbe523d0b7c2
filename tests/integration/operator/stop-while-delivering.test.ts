import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { FakeClock } from '../../support/fake-clock.ts'
import { letTimePass } from '../../support/let-time-pass.ts'
import { TelegramServer } from '../../support/servers/telegram-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { morning } from '../../support/test-operator.ts'
import { openTestOperator } from '../../support/test-operator-process.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { databaseName } from '../../../main/operator/open-sound.ts'
import { enqueue } from '../../../main/store/outbox.ts'
import { aQueuedMessage } from '../../support/message-builder.ts'

it('asked to stop while a channel is silent, it ends, and the message stays queued for the next start', async () => {
  const server = await new TelegramServer().start()
  // Telegram takes the call and never answers.
  server.interference = () => true
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'config'))
  writeFileSync(join(folder, 'config', 'operator.yaml'), `channels:\n  telegram: { enabled: true, api_root: "${server.url}" }\n`)
  const environment = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_CHAT_ID: '42' }
  const clock = new FakeClock(morning)
  const operator = await openTestOperator(folder, clock, null, false, environment)
  await operator.start()
  const path = join(folder, 'data', databaseName)
  const db = openDatabase(path, { now: morning })
  enqueue(db, { ...aQueuedMessage('one', { severity: 'medium' }), createdAt: morning })
  // What an alert needs said is delivered as soon as the owner has acted.
  await operator.handlers['rules:mute']({ rule: 'readiness', until: null })
  await vi.waitFor(() => expect(server.called('sendMessage')).toHaveLength(1), { timeout: 5_000 })
  // The cycle that is under way gets its five seconds.
  await letTimePass(clock, operator.stop(), 500)
  expect(db.get<{ state: string; attempts: number }>(`SELECT state, attempts FROM outbox`)).toEqual({ state: 'queued', attempts: 1 })
  db.close()
  await server.stop()
})
