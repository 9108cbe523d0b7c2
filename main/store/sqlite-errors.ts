import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperatorError, type OperatorErrorCode } from '../domain/operator-error.ts'

/** Node's and SQLite's errors carry a code in words. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The error of a file or of SQLite, said so that a person knows what happened and what to do. Anything else stays as it is: it is a fault of ours. */
export function explainStoreError(error: unknown, path: string): unknown {
  if (error instanceof OperatorError) return error
  const said = wordsFor(codeOf(error), path)
  return said ? new OperatorError(said[0], said[1], { cause: error }) : error
}

function wordsFor(code: string, path: string): readonly [OperatorErrorCode, string] | undefined {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || (code.startsWith('SQLITE_IOERR') && isDiskFull(path)))
    return ['disk_full', `The disk that holds ${path} is full. Nothing was half-written. Free some space; it goes on by itself.`]
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS')
    return [
      'read_only',
      `${path} cannot be written: it or its folder is read-only. Give yourself write access, or choose another folder with --data.`,
    ]
  if (
    ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EEXIST'].includes(code) ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_PERM')
  )
    return [
      'read_only',
      `${path} cannot be opened: its folder is missing or not yours to write. Check its permissions, or choose another folder with --data.`,
    ]
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return ['database_damaged', `The database ${path} is damaged. \`thanos repair\` sets it aside and restores what it can.`]
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return ['failed', `The database ${path} is busy: another process has been writing for too long. Try again in a moment.`]
  if (code.startsWith('SQLITE_IOERR'))
    return ['failed', `The disk that holds ${path} reported an error (${code}). Check the disk; a backup on another one is wise.`]
  return undefined
}

/** Where the disk is full SQLite sometimes says only "I/O error": growing its shared memory, for one. */
function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize < 64 * 1024
  } catch {
    return false
  }
}
