import { inflateRawSync } from 'node:zlib'
import { OperatorError } from '../../domain/operator-error.ts'

/** No part of an account export comes near it; more is a mistake or an attack. */
const largestEntry = 512 * 1024 * 1024

export function isZip(file: Buffer): boolean {
  return file.length > 3 && file.readUInt32LE(0) === 0x04034b50
}

/**
 * The files in a zip archive whose names are wanted, stored or deflated: all that account exports use, so that no library is needed for
 * them. Throws `malformed_input` for an archive that is cut off or uses anything else.
 */
export function* zipEntries(
  file: Buffer,
  wanted: (name: string) => boolean,
  mostBytes = largestEntry,
): Generator<{ readonly name: string; readonly content: Buffer }> {
  try {
    const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0) throw new RangeError('no end')
    let at = file.readUInt32LE(end + 16)
    for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (file.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no directory where it should be')
      const nameLength = file.readUInt16LE(at + 28)
      const name = file.toString('utf8', at + 46, at + 46 + nameLength)
      if (!name.endsWith('/') && wanted(name)) yield { name, content: contentAt(file, at, mostBytes) }
      at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError('malformed_input', 'The zip archive cannot be read: it is cut off or damaged. Download it again.', {
      cause: error,
    })
  }
}

/** `at` is the file's record in the directory, which has the sizes that its own header may leave out. */
function contentAt(file: Buffer, at: number, mostBytes: number): Buffer {
  const method = file.readUInt16LE(at + 10)
  const size = file.readUInt32LE(at + 20)
  const header = file.readUInt32LE(at + 42)
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  if (start + size > file.length) throw new RangeError('cut off')
  const content = file.subarray(start, start + size)
  if (method === 0) return content
  if (method === 8) return inflateRawSync(content, { maxOutputLength: mostBytes })
  throw new OperatorError('malformed_input', 'The zip archive uses a compression that is not known here. Unpack it and import the folder.')
}
