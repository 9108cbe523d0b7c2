import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { databaseName } from '../../../main/operator/open-sound.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { verifyJournal } from '../../../main/store/journal-verify.ts'
import { saveReadings } from '../../../main/store/readings.ts'
import { aTask } from '../../support/records.ts'
import { insertTask } from '../../../main/store/tasks.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openTestOperator } from '../../support/test-operator-process.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { morning } from '../../support/test-operator.ts'

const child = join(import.meta.dirname, '../../support/children/cycling-operator.ts')

/** Runs the child and kills it so many milliseconds after so many acknowledged writes; answers the ids it acknowledged. */
function runAndKill(folder: string, first: number, afterWrites: number, afterMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, String(morning), String(first)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    let timer: NodeJS.Timeout | undefined
    running.stdout.on('data', (data: Buffer) => {
      out += data.toString()
      if (out.split('task-').length > afterWrites) timer ??= setTimeout(() => running.kill('SIGKILL'), afterMs)
    })
    running.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    running.on('exit', (code) => {
      clearTimeout(timer)
      if (code !== null) reject(new Error(`The child ended by itself with ${code}: ${errors}`))
      // The last line may be cut off: only what ends with a line feed was acknowledged.
      else
        resolve(
          out
            .split('\n')
            .slice(0, -1)
            .filter((line) => line.startsWith('task-')),
        )
    })
  })
}

it('loses no committed row, sends nothing twice and leaves no damaged file when killed at any moment of a cycle', async () => {
  const folder = temporaryFolder()
  const operator = await openTestOperator(folder, new FakeClock(morning), null)
  await operator.stop()
  const path = join(folder, 'data', databaseName)
  const seeded = openDatabase(path, { now: morning })
  saveReadings(seeded, [{ metric: 'readiness', day: '2026-01-20', value: 48, source: 'csv', readAt: morning, basisMinutes: null }])
  for (let index = 0; index < 4; index += 1) insertTask(seeded, aTask({ id: `late-${index}`, title: `Late ${index}` }))
  seeded.close()

  const acknowledged: string[] = []
  const kills = 12
  for (let round = 0; round < kills; round += 1) {
    // In the first cycle of one run, after it in the next, so that a slow machine gets as far as sending; its own noise does the rest.
    acknowledged.push(...(await runAndKill(folder, 1_000 * round, 1 + (round % 2), 1 + round * 8)))
  }

  const plain = new Database(path)
  expect(plain.pragma('integrity_check', { simple: true })).toBe('ok')
  plain.close()
  const db = openDatabase(path, { now: morning })
  const kept = new Set(db.all<{ id: string }>('SELECT id FROM tasks').map(({ id }) => id))
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect(verifyJournal(db)).toMatchObject({ ok: true })
  db.close()

  const sent = existsSync(join(folder, 'sent.log')) ? readFileSync(join(folder, 'sent.log'), 'utf8').trim().split('\n') : []
  const times = new Map<string, number>()
  for (const key of sent) times.set(key, (times.get(key) ?? 0) + 1)
  expect([...times.keys()].toSorted()).toContain('health:readiness:2026-01-20')
  // A kill can fall between sending and recording, and repeats that one message: no more repeats than kills.
  const repeats = [...times.values()].reduce((sum, count) => sum + count - 1, 0)
  expect(repeats).toBeLessThanOrEqual(kills)
})
