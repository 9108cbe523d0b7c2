import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, explainStoreError } from './sqlite-errors.ts'

/**
 * Makes a file that appears whole or not at all, for its owner alone: `write` fills the empty file it is given, which then gets its name. The
 * folder has to be there. Where the name is taken it is replaced if `replace` says so, else `taken` is thrown. Errors of the disk are explained.
 */
export function writeWhole<Result>(
  target: string,
  write: (unfinished: string) => Result,
  { replace, taken }: { readonly replace: true; readonly taken?: never } | { readonly replace: false; readonly taken: () => Error },
): Result {
  // Of this process alone: a command and the window may write a file of the same name at the same moment.
  const unfinished = `${target}.unfinished-${process.pid}`
  try {
    rmSync(unfinished, { force: true })
    // Made anew: one that others left there could be theirs to read, or lead elsewhere.
    writeFileSync(unfinished, '', { mode: 0o600, flag: 'wx' })
    const result = write(unfinished)
    syncPath(unfinished)
    if (replace) renameSync(unfinished, target)
    else if (!putInPlace(unfinished, target)) throw taken()
    syncPath(dirname(target))
    return result
  } catch (error) {
    throw explainStoreError(error, target)
  } finally {
    for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true })
  }
}

/** Gives a file a name that nobody has; false where it is taken. A link fails there, a rename would overwrite; not every file system has links. */
export function putInPlace(file: string, name: string): boolean {
  try {
    linkSync(file, name)
    return true
  } catch (error) {
    if (existsSync(name)) return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR'].includes(codeOf(error))) throw error
    renameSync(file, name)
    return true
  }
}

/** Makes a file, or the names in a folder, outlive a power cut. Windows has no such thing for folders and needs none. */
export function syncPath(path: string): void {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(file)
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(file)
  }
}
