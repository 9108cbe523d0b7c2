import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { listBackups, type Backup } from '../store/backup-names.ts'
import { openDatabase, type Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import { removeLeftovers } from '../store/leftovers.ts'
import { openCheckedDatabase } from '../store/open-checked.ts'
import { acquireProcessLock } from '../store/process-lock.ts'
import type { RepairReport } from '../store/repair.ts'
import { createSpaceReserve, type SpaceReserve } from '../store/space-reserve.ts'
import type { DataThread } from './data-thread.ts'
import { freshNotices, recallMemory, remember } from './operator-memory.ts'

/** Bytes from which on checking takes longer than starting a thread for it, and long enough to be seen. */
const largeFrom = 32 * 1024 * 1024

/** The database of a data folder. */
export const databaseName = 'operator.db'

export type SoundDatabase = { readonly db: Writer; /** Null where there was nothing to repair. */ readonly repair: RepairReport | null }

type Place = {
  /** For the check of a large one. */
  readonly thread: DataThread
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
export async function openSound(place: Place): Promise<SoundDatabase> {
  const path = join(place.dataFolder, databaseName)
  const lock = lockOf(place)
  const reserve = createSpaceReserve(place.dataFolder, null)
  if (lock === null) return { db: reserve.spend(() => openDatabase(path, place)), repair: null }
  try {
    for (const folder of [place.dataFolder, place.backupFolder]) removeLeftovers(folder, place.now)
    const lost = existsSync(path) ? undefined : listBackups(place.backupFolder)[0]
    const { db, repair } = await openChecked(path, place, reserve)
    if (repair !== null) {
      notice(db, place.now, repair.summary)
      remember(db, { dataCare: { ...recallMemory(db).dataCare, repaired: { at: place.now, summary: repair.summary } } })
    } else if (lost !== undefined) tellOfLoss(db, place.now, lost)
    return { db, repair }
  } finally {
    lock.release()
  }
}

/** Opening takes some space itself: on a full disk out of the reserve, so that a thought can be kept. */
async function openChecked(path: string, { backupFolder, now, thread }: Place, reserve: SpaceReserve): Promise<SoundDatabase> {
  // An encrypted backup is passed over: its passphrase may be in a keychain that asks its owner, who may not be there.
  const options = { now, backupFolder, passphrase: null }
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < largeFrom) return reserve.spend(() => openCheckedDatabase(path, options))
  const repair = await thread.run('makeReady', options).catch((error: unknown) => {
    // The next start checks it.
    if (error instanceof OperatorError && error.code === 'disk_full') return null
    throw error
  })
  return { repair, db: reserve.spend(() => openDatabase(path, options)) }
}

/** Whoever took the file away may have meant to begin anew; whoever did not must hear of it before much is written. */
function tellOfLoss(db: Writer, now: Instant, { at, path }: Backup): void {
  const text = `There was no database, and a new one was begun. The newest backup is of ${new Date(at).toISOString()}: \`thanos restore ${basename(path)}\`, or Settings → Data, brings it back.`
  appendJournal(db, [{ at: now, type: 'database_missing', source: 'operator', severity: 'warning', title: text, data: { backup: path } }])
  notice(db, now, text)
}

function notice(db: Writer, now: Instant, text: string): void {
  remember(db, { notices: [...freshNotices(recallMemory(db), now), { at: now, text }] })
}

function lockOf(place: Place): { readonly release: () => void } | null {
  try {
    return acquireProcessLock(place.dataFolder, place)
  } catch (error) {
    if (error instanceof OperatorError && error.code === 'held_by_another') return null
    throw error
  }
}
