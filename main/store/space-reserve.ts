import { randomBytes } from 'node:crypto'
import { rmSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../domain/operator-error.ts'
import type { Reader } from './handle.ts'

/** Bytes kept, and given back at a time: a dozen short writes fit into each part. */
const reserveSize = 256 * 1024
const partSize = 64 * 1024

/** With less left than this the reserve is not made again: it would itself be what fills the disk. */
const roomyFrom = 2 * reserveSize

export type SpaceReserve = {
  /** Makes the reserve where it is missing or used up and there is room. Never throws. */
  readonly keepUp: () => void
  /**
   * Runs a short write; where the disk is full the database's log is folded in, so that its space serves again, and it runs again; then with
   * a part of the reserve given back, and another. Throws what the write throws.
   */
  readonly spend: <Value>(write: () => Value) => Value
}

/**
 * A file that holds some space for what the owner does. On a full disk a cycle can wait, an acknowledgement cannot: only writes that go
 * through `spend` may use it. The write must be all or nothing, as a transaction is. `db` is null while the database itself is opened.
 */
export function createSpaceReserve(folder: string, db: Pick<Reader, 'all'> | null): SpaceReserve {
  const file = join(folder, 'space-reserve')

  function give(): boolean {
    const size = sizeOf(file)
    if (size === 0) return false
    truncateSync(file, Math.max(0, size - partSize))
    return true
  }

  function foldIn(): void {
    try {
      db?.all('PRAGMA wal_checkpoint(RESTART)')
    } catch (error) {
      // The file may have to grow for it: then a part of the reserve is the next to go.
      if (!isFull(error)) throw error
    }
  }

  return {
    keepUp() {
      try {
        const { bavail, bsize } = statfsSync(folder)
        if (sizeOf(file) >= reserveSize || bavail * bsize < roomyFrom) return
        // Random, since a file system that compresses would keep no space for zeros.
        writeFileSync(file, randomBytes(reserveSize), { mode: 0o600 })
      } catch {
        // Without a reserve everything works as it does on a disk with room.
        rmSync(file, { force: true })
      }
    },
    spend(write) {
      for (let isFolded = false; ; isFolded = true) {
        try {
          return write()
        } catch (error) {
          if (!isFull(error) || (isFolded && !give())) throw error
          foldIn()
        }
      }
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof OperatorError && error.code === 'disk_full'
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
