import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isZip, zipEntries } from '../../../../main/adapters/import/zip-entries.ts'

/** An archive of one deflated file, by the format's own layout: the file's header and content, the directory, the end. */
function archive(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(8, 10)
  record.writeUInt32LE(packed.length, 20)
  record.writeUInt16LE(name.length, 28)
  const before = local.length + name.length + packed.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(before, 16)
  return Buffer.concat([local, Buffer.from(name), packed, record, Buffer.from(name), end])
}

const all = () => true

describe('a zip archive', () => {
  it('gives what is in it', () => {
    const file = archive('sleep.csv', Buffer.from('day,score'))
    expect(isZip(file)).toBe(true)
    expect([...zipEntries(file, all)].map(({ name, content }) => [name, content.toString()])).toEqual([['sleep.csv', 'day,score']])
  })

  it('that would unpack to more than any export holds is refused before it does', () => {
    const file = archive('bomb.csv', Buffer.alloc(10_000_000))
    expect(file.length).toBeLessThan(20_000)
    expect(() => [...zipEntries(file, all, 1_000_000)]).toThrow('The zip archive cannot be read')
  })

  it('that is cut off anywhere is refused, never half read', () => {
    const file = archive('sleep.csv', Buffer.from('day,score'))
    // The last two bytes say how long a remark follows: nothing is lost with them.
    for (let length = 4; length <= file.length - 3; length += 1) {
      expect(() => [...zipEntries(file.subarray(0, length), all)], String(length)).toThrow('The zip archive cannot be read')
    }
  })
})
