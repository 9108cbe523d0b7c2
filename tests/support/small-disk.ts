import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type SmallDisk = {
  readonly folder: string
  /** Takes all the space there is. */
  readonly fill: () => void
  readonly free: () => void
  readonly remove: () => void
}

/** A disk of its own in memory; undefined where mounting is not allowed. `name` keeps two tests of one process apart. */
export function mountSmallDisk(name: string, size: string): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = join('/tmp', `thanos-${name}-${process.pid}`)
  const ballast = join(folder, 'ballast')
  try {
    mkdirSync(folder, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(existsSync(ballast) ? `${ballast}-2` : ballast, Buffer.alloc(bavail * bsize))
    },
    free() {
      rmSync(ballast, { force: true })
      rmSync(`${ballast}-2`, { force: true })
    },
    remove() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
