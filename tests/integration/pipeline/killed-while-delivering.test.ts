import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../main/store/database.ts'
import { loadToldSince } from '../../../main/store/notifications.ts'
import { enqueue } from '../../../main/store/outbox.ts'
import { aQueuedMessage } from '../../support/message-builder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testNow } from '../../support/test-database.ts'

const child = join(import.meta.dirname, '../../support/children/delivering-until-killed.ts')

function run(folder: string, fatal: string): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, String(testNow), fatal], { stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    running.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    running.on('exit', (code, signal) => {
      if (code === null || code === 0) resolve(signal)
      else reject(new Error(`The child ended with ${code}: ${errors}`))
    })
  })
}

it('killed between sending and recording, it repeats that one message and no other, and keeps the order', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'operator.db')
  const db = openDatabase(path, { now: testNow })
  const keys = ['one', 'two', 'three', 'four', 'five']
  for (const key of keys) enqueue(db, { ...aQueuedMessage(key, { severity: 'medium' }), createdAt: testNow })
  db.close()

  expect(await run(folder, 'three')).toBe('SIGKILL')
  const between = openDatabase(path, { now: testNow })
  // No window has begun for what was never recorded.
  expect([...loadToldSince(between, 0).keys()].toSorted()).toEqual(['one', 'two'])
  between.close()
  expect(await run(folder, 'five')).toBe('SIGKILL')
  expect(await run(folder, 'nobody')).toBeNull()

  expect(readFileSync(join(folder, 'sent.log'), 'utf8').trim().split('\n')).toEqual([
    'one',
    'two',
    'three',
    'three',
    'four',
    'five',
    'five',
  ])
  const after = openDatabase(path, { now: testNow })
  expect([...loadToldSince(after, 0).keys()].toSorted()).toEqual(keys.toSorted())
  after.close()
})
