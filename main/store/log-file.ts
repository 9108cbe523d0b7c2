import { closeSync, ftruncateSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'

/** One page as it was written into the log. `size` is that of the database in pages where the page ends a commit, else 0. */
type Frame = { readonly page: number; readonly size: number; readonly bytes: Buffer; readonly isSound: boolean }

const headerLength = 32
const frameHeaderLength = 24

/** A longer one is of a bulk import; reading it would hold up the start. */
const longest = 64 * 1024 * 1024

/**
 * Whether the log beside a database is damaged in its midst. SQLite goes by the sums and takes the first frame that does not add up for the end: what
 * was committed after it is lost without a word. A power cut leaves at most one commit behind such a frame, one that nobody was told of.
 */
export function isLogDamaged(path: string): boolean {
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (size < headerLength || size > longest) return false
  const log = readFileSync(`${path}-wal`)
  const frames = framesOf(log)
  const broken = frames.findIndex(({ isSound }) => !isSound)
  const commitsBehind = broken < 0 ? 0 : frames.slice(broken).filter(({ isSound, size: pages }) => isSound && pages > 0).length
  // Another process may have begun the log anew meanwhile; then it was read half of each.
  return commitsBehind >= 2 && readFileSync(`${path}-wal`).subarray(0, headerLength).equals(log.subarray(0, headerLength))
}

/** Writes every sound frame of the log into the database beside it, up to the last commit, and takes the log away. For a copy. */
export function foldLogIn(path: string): void {
  const log = readFileSync(`${path}-wal`)
  const frames = framesOf(log)
  const last = frames.findLastIndex(({ isSound, size }) => isSound && size > 0)
  const pageSize = log.readUInt32BE(8)
  const file = openSync(path, 'r+')
  try {
    for (const { bytes, isSound, page } of frames.slice(0, last + 1))
      if (isSound && page > 0) writeSync(file, bytes, 0, pageSize, (page - 1) * pageSize)
    const size = frames[last]?.size ?? 0
    if (size > 0) ftruncateSync(file, size * pageSize)
  } finally {
    closeSync(file)
  }
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

/** Those of the log's present round, each held against the sum of the one before as it is written there: a damaged one spoils only the next. */
function framesOf(log: Buffer): readonly Frame[] {
  const magic = log.readUInt32BE(0)
  const pageSize = log.readUInt32BE(8)
  if (magic >>> 1 !== 0x377f0682 >>> 1 || pageSize < 512 || pageSize > 65_536) return []
  const isBigEndian = (magic & 1) === 1
  const salts = log.subarray(16, 24)
  const frames: Frame[] = []
  let before = log.subarray(24, 32)
  for (let at = headerLength; at + frameHeaderLength + pageSize <= log.length; at += frameHeaderLength + pageSize) {
    const header = log.subarray(at, at + frameHeaderLength)
    const bytes = log.subarray(at + frameHeaderLength, at + frameHeaderLength + pageSize)
    const isOfThisRound = header.subarray(8, 16).equals(salts)
    const isSound = isOfThisRound && sumOf([header.subarray(0, 8), bytes], before, isBigEndian).equals(header.subarray(16, 24))
    frames.push({ page: header.readUInt32BE(0), size: header.readUInt32BE(4), bytes, isSound })
    before = header.subarray(16, 24)
  }
  return frames
}

/** SQLite's sum over pairs of numbers, going on from an earlier one: https://sqlite.org/fileformat2.html#checksum_algorithm */
function sumOf(parts: readonly Buffer[], from: Buffer, isBigEndian: boolean): Buffer {
  let [first, second] = [from.readUInt32BE(0), from.readUInt32BE(4)]
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 8) {
      first = (first + (isBigEndian ? part.readUInt32BE(at) : part.readUInt32LE(at)) + second) >>> 0
      second = (second + (isBigEndian ? part.readUInt32BE(at + 4) : part.readUInt32LE(at + 4)) + first) >>> 0
    }
  }
  const sum = Buffer.alloc(8)
  sum.writeUInt32BE(first, 0)
  sum.writeUInt32BE(second, 4)
  return sum
}
