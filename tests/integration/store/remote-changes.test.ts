import { describe, expect, it } from 'vitest'
import {
  finishRemoteChange,
  hasQueuedChange,
  loadQueuedChanges,
  loadRemoteVersions,
  noteRemoteChangeError,
  queueRemoteChange,
  saveRemoteVersion,
  withdrawRemoteChange,
} from '../../../main/store/remote-changes.ts'
import { insertTask } from '../../../main/store/tasks.ts'
import { aTask } from '../../support/records.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const complete = { taskId: aTask().id, source: 'workos', kind: 'complete', createdAt: testNow } as const

function database() {
  const db = testDatabase()
  insertTask(db, aTask())
  return db
}

describe('changes queued for a source', () => {
  it('wait in order, each once, with the reason they wait', () => {
    const db = database()
    expect(queueRemoteChange(db, { ...complete, kind: 'create' })).toBe(true)
    expect(queueRemoteChange(db, complete)).toBe(true)
    expect(queueRemoteChange(db, { ...complete, createdAt: testNow + 1 })).toBe(false)
    const [first, second] = loadQueuedChanges(db, 'workos')
    noteRemoteChangeError(db, first?.id ?? 0, 'No answer.')
    expect(loadQueuedChanges(db, 'workos').map((each) => [each.kind, each.lastError])).toEqual([
      ['create', 'No answer.'],
      ['complete', null],
    ])
    finishRemoteChange(db, first?.id ?? 0, 'applied', testNow)
    expect(loadQueuedChanges(db, 'workos')).toEqual([second])
    expect([hasQueuedChange(db, complete.taskId), hasQueuedChange(db, 'other')]).toEqual([true, false])
  })

  it('can be taken back until they are sent, and made again', () => {
    const db = database()
    queueRemoteChange(db, complete)
    expect(withdrawRemoteChange(db, complete.taskId, 'complete', testNow)).toBe(true)
    expect(withdrawRemoteChange(db, complete.taskId, 'complete', testNow)).toBe(false)
    expect(queueRemoteChange(db, { ...complete, createdAt: testNow + 1 })).toBe(true)
  })

  it('go with their task', () => {
    const db = database()
    queueRemoteChange(db, complete)
    const version = { taskId: complete.taskId, updatedAt: testNow, fingerprint: 'f' }
    saveRemoteVersion(db, version)
    expect(loadRemoteVersions(db)).toEqual(new Map([[complete.taskId, version]]))
    db.run('DELETE FROM tasks')
    expect([loadQueuedChanges(db, 'workos'), loadRemoteVersions(db).size]).toEqual([[], 0])
  })
})
