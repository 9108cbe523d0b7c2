import { createBackup } from './backup.ts'
import { eraseEverything } from './erase.ts'
import type { Writer } from './handle.ts'
import { archiveJournal } from './journal-archive.ts'
import { writeJournalFile } from './journal-lines.ts'
import { vacuumDatabase, verifyDatabase, type VerifyReport } from './maintenance.ts'
import { openCheckedDatabase, type CheckedOptions } from './open-checked.ts'
import type { RepairReport } from './repair.ts'
import { previewRestore, restoreBackup } from './restore.ts'
import { SqliteHandle } from './sqlite-handle.ts'
import type { WorkControl } from './work-control.ts'

/** With a connection of its own. Not opened as at a start, which reads the file itself: closing it would free the locks of every connection of the process. */
function connected<Input, Result>(work: (db: Writer, input: Input, control: WorkControl) => Result) {
  return (path: string, input: Input, control: WorkControl): Result => {
    const db = new SqliteHandle(path, { readonly: false })
    try {
      return work(db, input, control)
    } finally {
      db.close()
    }
  }
}

/**
 * What takes seconds with a large database, by name: each is done on a thread of its own, so that nobody who looks at a window or types a
 * thought ever waits for it. What goes in and comes out is copied between threads: plain values only.
 */
export const dataWork = {
  /** Checked, repaired where it is damaged, and of today's schema; before anybody of this process has opened it. Answers what was repaired. */
  makeReady: (path: string, options: CheckedOptions): RepairReport | null => {
    const { db, repair } = openCheckedDatabase(path, options)
    db.close()
    return repair
  },
  backUp: connected(createBackup),
  previewRestore: connected(previewRestore),
  restore: connected(restoreBackup),
  verify: connected<null, VerifyReport>((db) => verifyDatabase(db)),
  reindex: connected((db: Writer, _: null, { alone }) => alone(() => db.script('REINDEX'))),
  vacuum: connected((db: Writer, _: null, { alone }) => alone(() => vacuumDatabase(db))),
  archive: connected(archiveJournal),
  exportJournal: connected(writeJournalFile),
  erase: connected((db: Writer, input: Parameters<typeof eraseEverything>[1], { alone }) => alone(() => eraseEverything(db, input))),
} as const

export type DataWorkName = keyof typeof dataWork
export type DataWorkInput<Name extends DataWorkName> = Parameters<(typeof dataWork)[Name]>[1]
export type DataWorkResult<Name extends DataWorkName> = ReturnType<(typeof dataWork)[Name]>
