import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backUpBeforeUpdate } from '../../../main/operator/back-up-before-update.ts'
import { openDatabase, openReader } from '../../../main/store/database.ts'
import { appendJournal } from '../../../main/store/journal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const clock = { now: () => Date.parse('2026-01-20T09:00:00Z') }

it('copies everything that was committed, for the owner alone, while the operator has the database open', () => {
  const folder = temporaryFolder()
  const db = openDatabase(join(folder, 'operator.db'), { now: clock.now() })
  appendJournal(db, [{ at: clock.now(), type: 'note', source: 'owner', severity: 'info', title: 'Kept', data: {} }])
  const file = backUpBeforeUpdate(folder, '1.2.3', clock)
  db.close()
  expect(file).toBe(join(folder, 'backups', 'before-update-from-1.2.3.db'))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const copy = openReader(file)
  expect(copy.all('SELECT title FROM journal')).toEqual([{ title: 'Kept' }])
  copy.close()
})
