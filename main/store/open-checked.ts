import { OperatorError } from '../domain/operator-error.ts'
import { openDatabase, type OpenOptions, type Writer } from './database.ts'
import { isLogDamaged } from './log-file.ts'
import { quickProblems, repairDatabase, type RepairReport } from './repair.ts'

export type CheckedOptions = OpenOptions & {
  readonly backupFolder: string
  /** For encrypted backups. */ readonly passphrase: string | null
}

export type OpenedDatabase = { readonly db: Writer; /** Null where there was nothing to repair. */ readonly repair: RepairReport | null }

/**
 * Opens the database for the operator: checked, and repaired where it is damaged, so that the program starts and can say what happened.
 * Only for the holder of the process lock. Throws as openDatabase does for what repair may not touch.
 */
export function openCheckedDatabase(path: string, options: CheckedOptions): OpenedDatabase {
  const sound = openSound(path, options)
  if (sound) return { db: sound, repair: null }
  const repair = repairDatabase(path, options)
  return { db: openDatabase(path, options), repair }
}

function openSound(path: string, options: OpenOptions): Writer | undefined {
  // Before it is opened: SQLite would cut off what it does not understand.
  if (isLogDamaged(path)) return undefined
  let db: Writer | undefined
  try {
    db = openDatabase(path, options)
    if (quickProblems(db).length === 0) return db
  } catch (error) {
    db?.close()
    if (error instanceof OperatorError && error.code === 'database_damaged') return undefined
    throw error
  }
  db.close()
  return undefined
}
