import type { Topic } from '../../shared/ipc/topics.ts'
import type { TimeZone } from '../domain/local-day.ts'
import type { Clock } from '../ports/clock.ts'
import type { Writer } from '../store/database.ts'
import type { ImportReport } from './import-files.ts'

/** What goes in and out as files; for hosts that have the owner's files at hand. Importing twice equals importing once. */
export type OperatorFiles = {
  /** `name` is what the journal calls it; the path itself where none is given. */
  readonly importHealth: (path: string, name?: string) => Promise<ImportReport>
  readonly importTasks: (path: string, name?: string) => Promise<ImportReport>
  readonly importPromises: (path: string, name?: string) => Promise<ImportReport>
}

/** The readers of files and their schemas are loaded when a file is imported. */
const importing = () => import('./import-files.ts')

export function operatorFiles(tools: {
  readonly db: Writer
  readonly clock: Pick<Clock, 'now'>
  readonly zone: () => TimeZone
  readonly changed: (topics: readonly Topic[]) => void
}): OperatorFiles {
  const { changed, clock, db, zone } = tools
  const told = (report: ImportReport, topics: readonly Topic[]) => {
    if (report.added + report.changed > 0) changed(topics)
    return report
  }
  return {
    importHealth: async (path, name) =>
      told((await importing()).importHealthFile(db, path, clock.now(), name), ['health', 'journal', 'status']),
    importTasks: async (path, name) => told((await importing()).importTaskFile(db, path, clock.now(), zone(), name), ['tasks', 'journal']),
    importPromises: async (path, name) =>
      told((await importing()).importPromiseFile(db, path, clock.now(), zone(), name), ['promises', 'journal']),
  }
}
