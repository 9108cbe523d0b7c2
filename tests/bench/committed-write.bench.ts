import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openDatabase } from '../../main/store/database.ts'
import { durations, median, milliseconds, type Bench } from './bench.ts'
import { inScratchFolder } from './scratch.ts'

const writes = 200
const insert = 'INSERT INTO mutes (rule, until) VALUES (?, ?)'

export const bench: Bench = {
  name: 'single committed write, WAL with synchronous=FULL',
  budget: 'over 80 % of better-sqlite3 alone',
  measure: () =>
    inScratchFolder(async (folder) => {
      const db = openDatabase(join(folder, 'operator.db'), { now: 0 })
      const bare = new Database(join(folder, 'bare.db'))
      bare.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE mutes (rule TEXT PRIMARY KEY, until INTEGER) STRICT')
      const statement = bare.prepare(insert)
      const times = { ours: [] as number[], bare: [] as number[] }
      // Turn and turn about, so that a slow spell of the disk meets both.
      for (let turn = 0; turn < 8; turn += 1) {
        times.ours.push(...(await durations(writes / 8, (round) => db.run(insert, `${turn} ${round}`, null))))
        times.bare.push(...(await durations(writes / 8, (round) => statement.run(`${turn} ${round}`, null))))
      }
      bare.close()
      db.close()
      const [ours, alone] = [median(times.ours), median(times.bare)]
      return { figure: `${Math.round((alone / ours) * 100)} %`, isWithin: alone / ours > 0.8, bare: `${milliseconds(alone)} a write` }
    }),
}
