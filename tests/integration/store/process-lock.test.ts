import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireProcessLock, readLockHolder } from '../../../main/store/process-lock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testNow } from '../../support/test-database.ts'

const holder = { pid: 123, host: 'desktop', now: testNow }

describe('the process lock', () => {
  it('is held by one, who is named to the other', () => {
    const folder = temporaryFolder()
    const lock = acquireProcessLock(folder, holder)
    expect(() => acquireProcessLock(folder, { ...holder, pid: 456 })).toThrow(
      'The operator already runs as process 123 (desktop, since 2026-01-20T15:05:00.000Z). Stop that one first, or give this one a data folder of its own with --data.',
    )
    expect(statSync(join(folder, 'operator.pid')).mode & 0o777).toBe(0o600)
    lock.release()
    lock.release()
    expect(existsSync(join(folder, 'operator.pid'))).toBe(false)
    acquireProcessLock(folder, { ...holder, pid: 456 }).release()
  })

  it('is free again when its process was killed, whatever the note still says', async () => {
    const folder = temporaryFolder()
    const child = fork(resolve('tests/support/children/hold-lock.ts'), [folder], { stdio: 'ignore' })
    await once(child, 'message')
    expect(() => acquireProcessLock(folder, holder)).toThrow(/already runs as process/)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(readLockHolder(folder)?.pid).toBe(child.pid)
    acquireProcessLock(folder, holder).release()
  })
})
