import { closeSync, fsyncSync, lstatSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Puts the text in place of the file in one step: a reader, or a crash, sees the old text or the new one, never a part. Mode 0600.
 * A symbolic link (a configuration kept in a repository of its own) stays one: what it points to is replaced.
 */
export function replaceFile(file: string, text: string): void {
  const target = isLink(file) ? realpathSync(file) : file
  const temporary = join(dirname(target), `.${process.pid}-${process.hrtime.bigint()}.tmp`)
  try {
    const descriptor = openSync(temporary, 'wx', 0o600)
    try {
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}
