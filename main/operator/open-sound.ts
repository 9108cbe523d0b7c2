import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { openDatabase, type Writer } from '../store/database.ts'
import { removeLeftovers } from '../store/leftovers.ts'
import { openCheckedDatabase } from '../store/open-checked.ts'
import { acquireProcessLock } from '../store/process-lock.ts'
import type { RepairReport } from '../store/repair.ts'
import { remember, recallMemory } from './operator-memory.ts'

/** The database of a data folder. */
export const databaseName = 'operator.db'

export type SoundDatabase = { readonly db: Writer; /** Null where there was nothing to repair. */ readonly repair: RepairReport | null }

type Place = {
  readonly dataFolder: string
  readonly backupFolder: string
  readonly pid: number
  readonly host: string
  readonly now: Instant
}

/**
 * Opens the database of a data folder, checked and, where it is damaged, repaired. While another process runs the operator it has checked
 * already, and nothing may be put in its place: then the database is opened as it is. Throws OperatorError as openDatabase does.
 */
export function openSound(place: Place): SoundDatabase {
  const path = join(place.dataFolder, databaseName)
  const lock = lockOf(place)
  if (lock === null) return { db: openDatabase(path, place), repair: null }
  try {
    removeLeftovers(place.dataFolder, place.now)
    // An encrypted backup is passed over: its passphrase may be in a keychain that asks its owner, who may not be there.
    const { db, repair } = openCheckedDatabase(path, { ...place, passphrase: null })
    if (repair !== null) {
      const { dataCare, notices } = recallMemory(db)
      remember(db, {
        notices: [...notices, repair.summary],
        dataCare: { ...dataCare, repaired: { at: place.now, summary: repair.summary } },
      })
    }
    return { db, repair }
  } finally {
    lock.release()
  }
}

function lockOf(place: Place): { readonly release: () => void } | null {
  try {
    return acquireProcessLock(place.dataFolder, place)
  } catch (error) {
    if (error instanceof OperatorError && error.code === 'held_by_another') return null
    throw error
  }
}
