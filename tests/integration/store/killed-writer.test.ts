import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { integrityProblems } from '../../../main/store/backup-file.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { journalHead } from '../../../main/store/journal.ts'
import { verifyJournal } from '../../../main/store/journal-verify.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const rounds = 8

describe('a writer that is killed', () => {
  it('loses no commit it has told of, and leaves neither half a commit nor damage', async () => {
    const path = join(temporaryFolder(), 'thanos.db')
    for (let round = 0; round < rounds; round += 1) {
      const writer = spawn(process.execPath, [resolve('tests/support/children/write-journal.ts'), path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let told = ''
      // Killed after another number of commits each time, in the midst of whatever follows.
      writer.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString()
        if (told.split('\n').length > 5 + round * 7) writer.kill('SIGKILL')
      })
      await once(writer, 'close')
      const db = openDatabase(path, { now: 0 })
      const last = Number(told.split('\n').at(-2))
      expect(journalHead(db).id).toBeGreaterThanOrEqual(last)
      expect(journalHead(db).id % 3).toBe(0)
      expect(verifyJournal(db)).toMatchObject({ ok: true, entries: journalHead(db).id })
      expect(integrityProblems(db)).toEqual([])
      db.close()
    }
  })
})
