import type { SqlValue } from './handle.ts'
import type { PageFile } from './page-file.ts'

/** A row as it lies in a leaf of a table's tree: its values in the order of the columns, null for one that is the row's number itself. */
export type LeafRow = { readonly rowid: number; readonly values: readonly SqlValue[] }

const tableInterior = 5
const tableLeaf = 13

/** Bytes of whole numbers by their serial type, 1 to 6. */
const integerSizes = [0, 1, 2, 3, 4, 6, 8] as const

/** The leaves of every table's tree by the number of the root above them; a leaf below a damaged page is its own root, or the one's below that page. */
export function leavesByRoot(file: PageFile): ReadonlyMap<number, readonly number[]> {
  const parents = new Map<number, number>()
  const leaves: number[] = []
  for (let number = 1; number <= file.pageCount; number += 1) {
    const page = file.page(number)
    const start = number === 1 ? 100 : 0
    if (page[start] === tableLeaf) leaves.push(number)
    if (page[start] === tableInterior) for (const child of childrenOf(page, start)) parents.set(child, number)
  }
  return Map.groupBy(leaves, (leaf) => rootOf(leaf, parents))
}

/** The rows of a leaf; those that make no sense are left out. */
export function rowsOfLeaf(file: PageFile, number: number): readonly LeafRow[] {
  const page = file.page(number)
  const start = number === 1 ? 100 : 0
  return cellsOf(page, start, 8).flatMap((at) => {
    try {
      return [rowAt(file, page, at)]
    } catch {
      // Damaged within, or its further pages are: this row alone is lost.
      return []
    }
  })
}

function rootOf(leaf: number, parents: ReadonlyMap<number, number>): number {
  let root = leaf
  // A damaged page may name its own forebear as its child.
  for (let depth = 0; depth < 20; depth += 1) root = parents.get(root) ?? root
  return root
}

function childrenOf(page: Buffer, start: number): readonly number[] {
  return [...cellsOf(page, start, 12).map((at) => page.readUInt32BE(at)), page.readUInt32BE(start + 8)]
}

/** Where the cells of a page begin, as far as its list of them can be believed. */
function cellsOf(page: Buffer, start: number, headerLength: number): readonly number[] {
  const count = Math.min(page.readUInt16BE(start + 3), Math.floor((page.length - start - headerLength) / 2))
  const cells = Array.from({ length: count }, (_, index) => page.readUInt16BE(start + headerLength + index * 2))
  return cells.filter((at) => at >= start + headerLength && at <= page.length - 4)
}

function rowAt(file: PageFile, page: Buffer, at: number): LeafRow {
  const length = varint(page, at)
  const rowid = varint(page, length.next)
  return { rowid: rowid.value, values: valuesOf(payloadAt(file, page, rowid.next, length.value)) }
}

/** What does not fit into the page goes on in a chain of others. */
function payloadAt(file: PageFile, page: Buffer, at: number, length: number): Buffer {
  const { pageSize } = file
  if (length > pageSize * file.pageCount) throw new RangeError('The row is longer than the file.')
  const local = localLength(length, pageSize)
  if (at + local > pageSize) throw new RangeError('The row reaches beyond its page.')
  const parts = [page.subarray(at, at + local)]
  let missing = length - local
  for (let next = missing > 0 ? page.readUInt32BE(at + local) : 0; missing > 0;) {
    const more = file.page(next)
    parts.push(more.subarray(4, 4 + Math.min(missing, pageSize - 4)))
    missing -= pageSize - 4
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function localLength(length: number, pageSize: number): number {
  const most = pageSize - 35
  if (length <= most) return length
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23
  const fitting = least + ((length - least) % (pageSize - 4))
  return fitting <= most ? fitting : least
}

function valuesOf(record: Buffer): readonly SqlValue[] {
  const header = varint(record, 0)
  const values: SqlValue[] = []
  let at = header.value
  for (let place = header.next; place < header.value;) {
    const type = varint(record, place)
    const length = lengthOf(type.value)
    if (at + length > record.length) throw new RangeError('The row is shorter than it says.')
    values.push(valueOf(type.value, record.subarray(at, at + length)))
    at += length
    place = type.next
  }
  return values
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return type === 7 ? 8 : (integerSizes[type] ?? 0)
}

function valueOf(type: number, bytes: Buffer): SqlValue {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 6) return Number(bytes.readBigInt64BE(0))
  if (type < 6) return bytes.readIntBE(0, bytes.length)
  if (type < 12) throw new RangeError('There is no such type.')
  // Not shared with the page, which is let go of.
  return type % 2 === 0 ? Uint8Array.from(bytes) : bytes.toString('utf8')
}

/** A number of one to nine bytes, seven bits in each but the last of nine. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index)
    value = index === 8 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f)
    if (index === 8 || byte < 0x80) return { value: Number(BigInt.asIntN(64, value)), next: at + index + 1 }
  }
  throw new RangeError('The number has no end.')
}
