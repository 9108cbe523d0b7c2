import { join } from 'node:path'
import { severities } from '../../main/domain/severity.ts'
import { listAlerts } from '../../main/store/alert-list.ts'
import { saveAlert } from '../../main/store/alerts.ts'
import { openDatabase } from '../../main/store/database.ts'
import { anAlert } from '../support/records.ts'
import { durations, median, milliseconds, type Bench } from './bench.ts'
import { inScratchFolder } from './scratch.ts'

const alerts = 1_000_000

export const bench: Bench = {
  name: 'inbox query, first page of 1,000,000 alerts',
  budget: 'under 5 ms',
  measure: () =>
    inScratchFolder(async (folder) => {
      const db = openDatabase(join(folder, 'operator.db'), { now: 0 })
      db.transaction(() => {
        for (let index = 0; index < alerts; index += 1) {
          const state = index % 3 === 0 ? 'open' : 'resolved'
          saveAlert(db, anAlert({ id: `a-${index}`, key: `k:${index}`, severity: severities[index % 5] ?? 'low', openedAt: index, state }))
        }
      })
      const open = median(await durations(20, () => listAlerts(db, { states: ['open', 'acknowledged', 'snoozed'], limit: 100 })))
      const all = median(await durations(20, () => listAlerts(db, { order: 'time', limit: 100 })))
      db.close()
      return { figure: `${milliseconds(open)} / ${milliseconds(all)}`, isWithin: Math.max(open, all) < 5 }
    }),
}
