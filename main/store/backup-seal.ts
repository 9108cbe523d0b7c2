import { createHash } from 'node:crypto'
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'

/**
 * A backup ends in a seal: "THANOSS1" and the SHA-256 of everything before it. SQLite's check sees a damaged page, but not a changed letter
 * within a row; the seal does. SQLite itself reads no further than its last page, so that a sealed backup is a database like any other.
 */
const magic = Buffer.from('THANOSS1')
const hashLength = 32
const sealLength = magic.length + hashLength
const chunkLength = 1 << 20

/** Seals a database file that nobody has open. */
export function seal(path: string): void {
  const file = openSync(path, 'r+')
  try {
    const { size } = fstatSync(file)
    writeSync(file, Buffer.concat([magic, hashOf(file, size)]), 0, sealLength, size)
  } finally {
    closeSync(file)
  }
}

/** Takes the seal off a copy of a backup; false where it does not match. A database that was never sealed is taken as it is. */
export function takeSealOff(path: string): boolean {
  const file = openSync(path, 'r+')
  try {
    const end = fstatSync(file).size - sealLength
    const found = Buffer.alloc(sealLength)
    if (end > 0) readSync(file, found, 0, sealLength, end)
    if (!found.subarray(0, magic.length).equals(magic)) return isOfWholePages(file)
    if (!hashOf(file, end).equals(found.subarray(magic.length))) return false
    ftruncateSync(file, end)
    return true
  } finally {
    closeSync(file)
  }
}

/** Where the seal itself is damaged it is still in the way. */
function isOfWholePages(file: number): boolean {
  const header = Buffer.alloc(18)
  readSync(file, header, 0, header.length, 0)
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  // What is no database at all is told by those who look at its kind.
  return pageSize < 512 || fstatSync(file).size % pageSize !== sealLength
}

function hashOf(file: number, end: number): Buffer {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(chunkLength)
  for (let at = 0; at < end;) {
    const read = readSync(file, chunk, 0, Math.min(chunkLength, end - at), at)
    if (read === 0) break
    hash.update(chunk.subarray(0, read))
    at += read
  }
  return hash.digest()
}
