import { join } from 'node:path'
import { minute } from '../../main/domain/instant.ts'
import { SourceError } from '../../main/domain/source-error.ts'
import { guardSource } from '../../main/resilience/guard-source.ts'
import { openDatabase } from '../../main/store/database.ts'
import { createSourceMemory } from '../../main/store/source-states.ts'
import { durations, median, milliseconds, type Bench } from './bench.ts'
import { inScratchFolder } from './scratch.ts'

/** A month of readings, as the last good value of Oura holds at most. */
const month = Array.from({ length: 300 }, (_, index) => ({
  metric: 'readiness',
  day: '2026-01-20',
  value: index,
  source: 'oura',
  readAt: 0,
  basisMinutes: null,
}))

export const bench: Bench = {
  name: 'read of a source whose breaker is open',
  budget: 'under 1 ms',
  measure: () =>
    inScratchFolder(async (folder) => {
      const db = openDatabase(join(folder, 'operator.db'), { now: 0 })
      const memory = createSourceMemory(db)
      memory.remember('oura', month, 0)
      const source = guardSource<null, unknown>({
        name: 'oura',
        limits: {
          timeoutMs: 1_000,
          attempts: 1,
          retryBaseMs: 1,
          retryMaxMs: 1,
          failureThreshold: 1,
          openMs: minute,
          maxOpenMs: minute,
          halfOpenAttempts: 1,
        },
        readDirect: () => Promise.reject(new SourceError('unreachable', 'It is down.')),
        lastGood: { recall: () => memory.recall('oura'), remember: () => {} },
        isOnThisMachine: true,
        connectivity: { isOnline: async () => true },
        memory,
        clock: { now: () => 0, monotonic: () => 0, after: () => () => {} },
        random: () => 0,
        journal: () => {},
        stop: new AbortController().signal,
      })
      await source.read(null)
      const time = median(await durations(200, () => source.read(null)))
      db.close()
      return { figure: milliseconds(time), isWithin: time < 1 }
    }),
}
