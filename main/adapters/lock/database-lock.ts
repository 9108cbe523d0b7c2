import Database from 'better-sqlite3'
import { OperatorError } from '../../domain/operator-error.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ProcessLock } from '../../ports/process-lock.ts'

/** How often a waiting process looks again, in ms. */
const pause = 50

/**
 * An empty SQLite file whose write transaction is the lock. The operating system lets go of it when its holder dies, however it dies: a
 * lock file with a process id in it has to be judged stale by guesswork. Waiting is done by asking again, for SQLite's own busy
 * timeout would hold up the whole process.
 */
export function createDatabaseLock(file: string, clock: Clock): ProcessLock {
  // Readers of one process take turns here: a second connection of the same process is one more competitor, not the same holder.
  let turn: Promise<unknown> = Promise.resolve()
  return {
    alone(action, patienceMs) {
      const mine = turn.then(() => holding(file, clock, patienceMs, action))
      turn = mine.catch(() => {})
      return mine
    },
  }
}

async function holding<Value>(file: string, clock: Clock, patienceMs: number, action: () => Promise<Value>): Promise<Value> {
  const database = new Database(file, { timeout: 0 })
  try {
    await take(database, clock, clock.monotonic() + patienceMs)
    return await action()
  } finally {
    // Closing ends the transaction.
    database.close()
  }
}

async function take(database: Database.Database, clock: Clock, deadline: number): Promise<void> {
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE')
      return
    } catch (cause) {
      if (!(cause instanceof Database.SqliteError) || !cause.code.startsWith('SQLITE_BUSY')) throw cause
      if (clock.monotonic() >= deadline)
        throw new OperatorError('held_by_another', 'Another Thanos process is busy with the same connection. Try again in a moment.', {
          cause,
        })
    }
    await new Promise<void>((resolve) => {
      clock.after(pause, resolve)
    })
  }
}
