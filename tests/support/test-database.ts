import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase, type Writer } from '../../main/store/database.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** 2026-01-20 09:05 in Chicago. */
export const testNow = Date.parse('2026-01-20T15:05:00Z')

/** A real database in a folder of its own, closed and gone after the test. */
export function testDatabase(path = join(temporaryFolder(), 'thanos.db')): Writer {
  const db = openDatabase(path, { now: testNow })
  onTestFinished(() => {
    db.close()
  })
  return db
}
