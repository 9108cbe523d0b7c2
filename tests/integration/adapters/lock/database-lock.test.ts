import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabaseLock } from '../../../../main/adapters/lock/database-lock.ts'
import { realClock } from '../../../support/real-clock.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thanos-lock-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

/** Another process that holds the lock until it is killed. */
async function holder(file: string) {
  const script = `import Database from 'better-sqlite3'
    new Database(process.argv[1]).exec('BEGIN EXCLUSIVE')
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

describe('a lock against other processes', () => {
  it('lets one action run at a time, through one handle or two', async () => {
    const file = join(folder, 'oura.lock')
    const locks = [createDatabaseLock(file, realClock), createDatabaseLock(file, realClock)]
    let inside = 0
    let most = 0
    const action = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      inside -= 1
    }
    await Promise.all([...locks, ...locks].map((lock) => lock.alone(action, 20_000)))
    expect(most).toBe(1)
  })

  it('waits for another process, and gives up with a reason', async () => {
    const file = join(folder, 'oura.lock')
    const other = await holder(file)
    await expect(createDatabaseLock(file, realClock).alone(async () => 1, 0)).rejects.toMatchObject({ code: 'held_by_another' })
    const waiting = createDatabaseLock(file, realClock).alone(async () => 'mine', 20_000)
    other.kill('SIGKILL')
    expect(await waiting).toBe('mine')
  })

  it('is free again after an action that failed', async () => {
    const lock = createDatabaseLock(join(folder, 'oura.lock'), realClock)
    await expect(lock.alone(async () => Promise.reject(new Error('no')), 0)).rejects.toThrow('no')
    expect(await lock.alone(async () => 2, 0)).toBe(2)
  })
})
