import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hour, type Instant } from '../domain/instant.ts'

/** Files that are made on the way to something and renamed or removed at its end; a kill leaves them behind. */
const unfinished = /\.(new|restoring|repairing|salvage)-\d+(-wal|-shm|-journal)?$|\.(unfinished|plain)-\d+(-journal)?$/

/**
 * Removes what killed processes left behind in a folder: space, and where backups are encrypted a copy in plain. What is younger than an
 * hour may still be somebody's work.
 */
export function removeLeftovers(folder: string, now: Instant): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (unfinished.test(name) && now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > hour) rmSync(path, { force: true })
  }
}
