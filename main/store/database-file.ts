import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { OperatorError } from '../domain/operator-error.ts'

/** "THOP" in SQLite's header: how our files are told from other programs'. */
export const applicationId = 0x54484f50

/** The 16 bytes every SQLite file begins with. */
const magic = 'SQLite format 3\0'

/** How far to look for a table of ours in a file whose first page is unreadable: our schema lies within the first pages. */
const schemaReach = 1 << 20

export type FileKind =
  | { readonly kind: 'ours'; readonly version: number }
  /** Emptied, cut off, or overwritten at its beginning: it was ours as far as can be seen. */
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'foreign' }

/** What a file is, by its first bytes alone: SQLite does not open it, so a file that is not ours stays exactly as it is. */
export function inspectFile(path: string): FileKind {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size === 0) return { kind: 'damaged', reason: 'the file is empty' }
    const start = Buffer.alloc(Math.min(size, schemaReach))
    readSync(file, start, 0, start.length, 0)
    if (start.length < 100) return isOurBeginning(start) ? { kind: 'damaged', reason: 'the file is cut off' } : { kind: 'foreign' }
    if (start.toString('latin1', 0, 16) !== magic) return unreadableBeginning(start)
    if (start.readUInt32BE(68) !== applicationId) return { kind: 'foreign' }
    const pages = start.readUInt32BE(28)
    const pageSize = start.readUInt16BE(16) === 1 ? 65_536 : start.readUInt16BE(16)
    // A crash in the midst of folding the log into the file leaves the new page count before the new pages; the log still has them.
    if (size < pages * pageSize && !hasLog(path)) return { kind: 'damaged', reason: 'the file is cut off' }
    return { kind: 'ours', version: start.readUInt32BE(60) }
  } finally {
    closeSync(file)
  }
}

/** Whether there are committed pages that lie in the log only. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function isOurBeginning(start: Buffer): boolean {
  return start.every((byte) => byte === 0) || magic.startsWith(start.toString('latin1', 0, 16)) || start.toString('latin1', 0, 16) === magic
}

function unreadableBeginning(start: Buffer): FileKind {
  const wasOurs = start.subarray(0, 16).every((byte) => byte === 0) || start.includes('CREATE TABLE journal_anchors')
  return wasOurs ? { kind: 'damaged', reason: 'the beginning of the file is overwritten' } : { kind: 'foreign' }
}

/** Throws for a file that may not be opened: another program's, a newer version's, a damaged one. */
export function assertUsable(path: string, found: FileKind, newestKnown: number): void {
  if (found.kind === 'foreign')
    throw new OperatorError(
      'not_our_database',
      `${path} belongs to another program and was left as it is. Choose another data folder with --data, or move that file away.`,
    )
  if (found.kind === 'damaged')
    throw new OperatorError(
      'database_damaged',
      `The database ${path} is damaged: ${found.reason}. \`thanos repair\` sets it aside and restores what it can.`,
    )
  if (found.version > newestKnown)
    throw new OperatorError(
      'database_newer',
      `${path} was written by a newer version of Thanos Operator (schema ${found.version}, this one knows ${newestKnown}) and was left as it is. Install the newer version.`,
    )
}
