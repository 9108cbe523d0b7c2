// Run as a process of its own: delivers what is queued, and kills itself after handing over the message of that key, before it can be recorded.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSystemClock } from '../../../main/adapters/system/system-clock.ts'
import { keysOf } from '../../../main/domain/message.ts'
import { deliver } from '../../../main/pipeline/deliver.ts'
import type { Channel } from '../../../main/ports/channel.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { createOutbox } from '../../../main/store/outbox.ts'

const [folder = '', start = '0', fatal = ''] = process.argv.slice(2)
const clock = createSystemClock({ startAt: Number(start), frozen: true })
const telegram: Channel = {
  name: 'telegram',
  abilities: { buttons: false, edit: false, withdraw: false },
  async deliver(message) {
    const [key = ''] = keysOf(message)
    appendFileSync(join(folder, 'sent.log'), `${key}\n`)
    if (key === fatal) process.kill(process.pid, 'SIGKILL')
    return { outcome: 'delivered', receipt: null }
  },
}
const db = openDatabase(join(folder, 'operator.db'), { now: clock.now() })
const retry = { attempts: 3, baseMs: 1, maxMs: 10 }
const channels = new Map([['telegram', telegram] as const])
const tools = { outbox: createOutbox(db), channels, elsewhere: new Set<never>(), clock, ids: { random: Math.random }, retry }
await deliver(tools, clock.now(), new AbortController().signal)
db.close()
