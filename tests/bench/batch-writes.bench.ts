import { join } from 'node:path'
import { addDays } from '../../main/domain/local-day.ts'
import { openDatabase } from '../../main/store/database.ts'
import { appendJournal } from '../../main/store/journal.ts'
import { saveReadings } from '../../main/store/readings.ts'
import { durations, median, type Bench } from './bench.ts'
import { inScratchFolder } from './scratch.ts'

const rows = 50_000

export const bench: Bench = {
  name: 'journal or readings written in a batch',
  budget: 'over 100,000 rows a second',
  measure: () =>
    inScratchFolder(async (folder) => {
      const db = openDatabase(join(folder, 'operator.db'), { now: 0 })
      const entries = Array.from(
        { length: rows },
        (_, at) =>
          ({ at, type: 'finding', source: 'health', severity: 'info', title: 'Readiness is 62, low', data: { value: at } }) as const,
      )
      const journal = median(await durations(3, () => appendJournal(db, entries)))
      const days = Array.from({ length: rows }, (_, index) => addDays('1800-01-01', index))
      const batches = [0, 1, 2, 3].map((round) =>
        days.map((day) => ({ metric: 'readiness', day, value: 60, source: `s${round}`, readAt: 0, basisMinutes: null }) as const),
      )
      const readings = median(await durations(3, (round) => saveReadings(db, batches[round] ?? [])))
      db.close()
      const perSecond = (ms: number) => Math.round((rows / ms) * 1_000)
      const [journalRate, readingRate] = [perSecond(journal), perSecond(readings)]
      return { figure: `${journalRate} / ${readingRate}`, isWithin: Math.min(journalRate, readingRate) > 100_000 }
    }),
}
