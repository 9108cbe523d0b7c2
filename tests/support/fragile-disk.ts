import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fastFolder } from './fast-folder.ts'

export type FragileDisk = {
  readonly folder: string
  /** What a power cut leaves: nothing more reaches the disk, not even what the file system still had in its log. */
  readonly cutPower: () => void
  /** The machine is back. */
  readonly mountAgain: () => void
  readonly remove: () => void
}

/** ext4's shutdown, EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h); Node itself has no ioctl. */
const shutdown = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack("I", 2))`

const run = (program: string, ...args: readonly string[]) => execFileSync(program, args, { stdio: 'ignore' })

/** An ext4 file system in a file, whose power can be cut; undefined where that takes more rights or programs than there are. */
export function mountFragileDisk(): FragileDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const place = mkdtempSync(join(fastFolder(), 'thanos-fragile-'))
  const image = join(place, 'image')
  const folder = join(place, 'disk')
  const mount = () => run('mount', '-o', 'loop', image, folder)
  const remove = () => {
    try {
      run('umount', '-l', folder)
    } catch {
      // It was not mounted.
    }
    rmSync(place, { recursive: true, force: true })
  }
  try {
    run('python3', '-c', 'import fcntl')
    writeFileSync(image, '')
    truncateSync(image, 64 * 1024 * 1024)
    run('mkfs.ext4', '-q', '-F', image)
    run('mkdir', folder)
    mount()
  } catch {
    remove()
    return undefined
  }
  return {
    folder,
    cutPower: () => run('python3', '-c', shutdown, folder),
    mountAgain() {
      run('umount', folder)
      mount()
      if (!existsSync(folder)) throw new Error('The disk did not come back.')
    },
    remove,
  }
}
