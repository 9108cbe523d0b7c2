// Run as a process of its own by the crash test: commits readings and tasks, checks, and says on stdout what was acknowledged, until it is killed.
import { appendFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createSystemClock } from '../../../main/adapters/system/system-clock.ts'
import { keysOf } from '../../../main/domain/message.ts'
import { databaseName } from '../../../main/operator/open-sound.ts'
import type { Channel } from '../../../main/ports/channel.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { insertTask } from '../../../main/store/tasks.ts'
import { aTask } from '../records.ts'
import { openTestOperator } from '../test-operator-process.ts'

const [folder = '', start = '0', first = '0'] = process.argv.slice(2)
const sentLog = join(folder, 'sent.log')
const native: Channel = {
  name: 'native',
  abilities: { buttons: false, edit: false, withdraw: false },
  async deliver(message) {
    appendFileSync(sentLog, `${keysOf(message).join(',')}\n`)
    return { outcome: 'delivered', receipt: null }
  },
}
const clock = createSystemClock({ startAt: Number(start), frozen: true })
const operator = await openTestOperator(folder, clock, native)
const db = openDatabase(join(folder, 'data', databaseName), { now: clock.now() })
writeSync(1, 'ready\n')
for (let index = Number(first); ; index += 1) {
  const id = `task-${index}`
  insertTask(db, aTask({ id, title: `Task ${index}`, due: { kind: 'day', day: '2026-01-30' } }))
  writeSync(1, `${id}\n`)
  await operator.runOnce()
}
