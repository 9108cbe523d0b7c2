import { join } from 'node:path'
import Database from 'better-sqlite3'
import { assert, constantFrom, double, integer, option, property, array, record, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leavesByRoot, rowsOfLeaf } from '../../../main/store/leaf-rows.ts'
import { openPageFile } from '../../../main/store/page-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const whole = option(
  integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }).chain((most) =>
    constantFrom(0, 1, -1, most % 200, most % 40_000, most),
  ),
)

const rows = array(
  record({
    whole,
    real: double({ noNaN: true, noDefaultInfinity: true }),
    text: option(string({ maxLength: 200, unit: 'grapheme' })),
    // Longer than a page: it goes on in others.
    repeated: integer({ min: 0, max: 400 }),
    bytes: uint8Array({ maxLength: 9_000 }),
  }),
  { minLength: 1, maxLength: 60 },
)

describe('reading the pages of a table past SQLite', () => {
  it('finds every row as SQLite gives it', () => {
    assert(
      property(rows, constantFrom(512, 4096), (given, pageSize) => {
        const path = join(temporaryFolder(), 'rows.db')
        const db = new Database(path)
        db.pragma(`page_size = ${pageSize}`)
        db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, whole INTEGER, real REAL, text TEXT, long TEXT, bytes BLOB) STRICT')
        const insert = db.prepare('INSERT INTO t (whole, real, text, long, bytes) VALUES (?, ?, ?, ?, ?)')
        for (const { bytes, real, repeated, text, whole: number } of given)
          insert.run(number === null ? null : BigInt(number), real, text, 'für '.repeat(repeated), bytes)
        const expected = db.prepare('SELECT whole, real, text, long, hex(bytes) AS bytes, id FROM t ORDER BY id').raw().all()
        const { rootpage } = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 't'").get() as { rootpage: number }
        db.close()
        const file = openPageFile(path)
        const found = (leavesByRoot(file).get(rootpage) ?? [])
          .flatMap((leaf) => rowsOfLeaf(file, leaf))
          .toSorted((a, b) => a.rowid - b.rowid)
          .map(({ rowid, values: [, number, real, text, long, bytes] }) => {
            const hex = bytes instanceof Uint8Array ? Buffer.from(bytes).toString('hex').toUpperCase() : bytes
            return [number, real, text, long, hex, rowid]
          })
        file.close()
        expect(found).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('leaves out what makes no sense, whatever stands in a page', () => {
    assert(
      property(uint8Array({ minLength: 4096, maxLength: 4096 }), (noise) => {
        const page = Buffer.from(noise)
        page[0] = 13
        const file = { pageSize: 4096, pageCount: 3, page: () => page, free: null, close: () => undefined }
        for (const { rowid } of rowsOfLeaf(file, 2)) expect(typeof rowid).toBe('number')
      }),
    )
  })
})
