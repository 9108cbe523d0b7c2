import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A database file as the pages it is made of, numbered from 1, read past SQLite. The format: https://sqlite.org/fileformat2.html */
export type PageFile = {
  readonly pageSize: number
  readonly pageCount: number
  /** Throws RangeError for a page that the file does not have. */
  readonly page: (number: number) => Buffer
  /** Pages that hold nothing in force, old rows among them; null where their list does not add up. */
  readonly free: ReadonlySet<number> | null
  readonly close: () => void
}

export function openPageFile(path: string): PageFile {
  const file = openSync(path, 'r')
  const header = Buffer.alloc(100)
  readSync(file, header, 0, 100, 0)
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const pageCount = Math.floor(fstatSync(file).size / pageSize)

  function page(number: number): Buffer {
    if (number < 1 || number > pageCount) throw new RangeError(`There is no page ${number}.`)
    const bytes = Buffer.alloc(pageSize)
    readSync(file, bytes, 0, pageSize, (number - 1) * pageSize)
    return bytes
  }

  return {
    pageSize,
    pageCount,
    page,
    free: freePages(page, header.readUInt32BE(32), header.readUInt32BE(36)),
    close: () => closeSync(file),
  }
}

/** The list is a chain of pages, each of which names the next one and some free ones. */
function freePages(page: (number: number) => Buffer, first: number, count: number): ReadonlySet<number> | null {
  const free = new Set<number>()
  try {
    for (let trunk = first; trunk !== 0 && !free.has(trunk);) {
      free.add(trunk)
      const bytes = page(trunk)
      const leaves = bytes.readUInt32BE(4)
      for (let index = 0; index < leaves; index += 1) free.add(bytes.readUInt32BE(8 + index * 4))
      trunk = bytes.readUInt32BE(0)
    }
  } catch {
    return null
  }
  return free.size === count ? free : null
}
