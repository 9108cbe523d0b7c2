import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Memory where there is a file system in it: days of commits, each of them synced, would be mostly waiting for the disk. */
export function fastFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
}
