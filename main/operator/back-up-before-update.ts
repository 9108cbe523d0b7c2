import { join } from 'node:path'
import type { Clock } from '../ports/clock.ts'
import { writeBackupFile } from '../store/backup-file.ts'
import { openDatabase } from '../store/database.ts'
import { databaseName } from './open-sound.ts'

/** A checked copy of the data as this version knows it, kept beside the daily ones and never rotated out. The answer is the file. */
export function backUpBeforeUpdate(dataFolder: string, version: string, clock: Pick<Clock, 'now'>): string {
  const target = join(dataFolder, 'backups', `before-update-from-${version}.db`)
  const db = openDatabase(join(dataFolder, databaseName), { now: clock.now() })
  try {
    writeBackupFile(db, target)
    return target
  } finally {
    db.close()
  }
}
