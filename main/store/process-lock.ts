import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { codeOf, explainStoreError } from './sqlite-errors.ts'

export type LockHolder = { readonly pid: number; readonly host: string; readonly since: Instant }

/**
 * Makes this process the one that runs cycles for a data folder. Throws `held_by_another`, naming the holder. The lock is SQLite's own, on
 * a small file of its own: the system frees it however the process ends, where a file with a process id outlives a SIGKILL and may later
 * name a stranger. `operator.pid` only says who holds it.
 */
export function acquireProcessLock(
  folder: string,
  holder: { readonly pid: number; readonly host: string; readonly now: Instant },
): { readonly release: () => void } {
  const path = join(folder, 'operator.lock')
  const note = join(folder, 'operator.pid')
  const lock = takeLock(folder, path)
  try {
    const { pid, host, now } = holder
    writeFileSync(note, `${JSON.stringify({ pid, host, since: now } satisfies LockHolder)}\n`, { mode: 0o600 })
  } catch (error) {
    // A full disk must not keep the operator from running: only the words of a second process's refusal suffer.
    if (codeOf(error) !== 'ENOSPC') {
      lock.close()
      throw explainStoreError(error, note)
    }
  }
  return {
    release: () => {
      if (!lock.open) return
      rmSync(note, { force: true })
      lock.close()
    },
  }
}

/** Who says to be running; undefined when nobody does. The note may outlive its process, so it only explains, never decides. */
export function readLockHolder(folder: string): LockHolder | undefined {
  try {
    const said: unknown = JSON.parse(readFileSync(join(folder, 'operator.pid'), 'utf8'))
    if (typeof said !== 'object' || said === null || !('pid' in said) || !('host' in said) || !('since' in said)) return undefined
    const { pid, host, since } = said
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'number' ? { pid, host, since } : undefined
  } catch {
    return undefined
  }
}

function takeLock(folder: string, path: string): Database.Database {
  let lock: Database.Database | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(path, '', { mode: 0o600, flag: 'a' })
    lock = new Database(path, { timeout: 0 })
    // Nothing is ever written to it, and a full disk has no room for the journal file that would be made for nothing.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      throw new OperatorError('held_by_another', heldBy(readLockHolder(folder)), { cause: error })
    throw explainStoreError(error, path)
  }
}

function heldBy(holder: LockHolder | undefined): string {
  const who = holder ? ` as process ${holder.pid} (${holder.host}, since ${new Date(holder.since).toISOString()})` : ' in another process'
  return `The operator already runs${who}. Stop that one first, or give this one a data folder of its own with --data.`
}
