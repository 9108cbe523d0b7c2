import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Writer } from '../../../main/store/database.ts'
import { appendJournal, listJournal } from '../../../main/store/journal.ts'
import { verifyJournal } from '../../../main/store/journal-verify.ts'
import { anEntry } from '../../support/records.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

function journalOf(count: number): Writer {
  const db = testDatabase()
  appendJournal(
    db,
    Array.from({ length: count }, (_, index) => anEntry({ at: testNow + index, title: `entry ${index + 1}` })),
  )
  return db
}

/** What someone does who opens the file with another program: the triggers are no obstacle to them. */
function tamper(db: Writer, sql: string): void {
  db.script('DROP TRIGGER journal_is_never_edited; DROP TRIGGER journal_leaves_only_through_an_anchor;')
  db.run(sql)
}

describe('the journal', () => {
  it('gives entries back as they were written, the newest first, numbered without gaps', () => {
    const db = testDatabase()
    appendJournal(db, [anEntry({ title: 'first', data: { b: [1, { z: null, a: 'ä' }], a: 1.5 } })])
    expect(appendJournal(db, [anEntry({ title: 'second' }), anEntry({ title: 'third' })])).toBe(3)
    const entries = listJournal(db, { limit: 10 })
    expect(entries.map(({ id, title }) => [id, title])).toEqual([
      [3, 'third'],
      [2, 'second'],
      [1, 'first'],
    ])
    expect(entries[2]?.data).toEqual({ a: 1.5, b: [1, { a: 'ä', z: null }] })
    expect(entries[1]?.previousHash).toBe(entries[2]?.hash)
  })

  it('is filtered by type, source, severity, words, time and page', () => {
    const db = testDatabase()
    appendJournal(db, [
      anEntry({ title: 'one', type: 'finding' }),
      anEntry({ title: 'two', type: 'delivery', source: 'native', at: testNow + 1 }),
      anEntry({ title: 'three', severity: 'info', data: { note: '100%' }, at: testNow + 2 }),
    ])
    const found = (filter: Omit<Parameters<typeof listJournal>[1], 'limit'>) =>
      listJournal(db, { limit: 10, ...filter }).map(({ title }) => title)
    expect(found({ types: ['delivery'] })).toEqual(['two'])
    expect(found({ sources: ['health'] })).toEqual(['three', 'one'])
    expect(found({ severities: ['info'] })).toEqual(['three'])
    expect(found({ search: '100%' })).toEqual(['three'])
    expect(found({ since: testNow + 1, until: testNow + 2 })).toEqual(['two'])
    expect(found({ before: 3 })).toEqual(['two', 'one'])
  })

  it('refuses to be edited or shortened', () => {
    const db = journalOf(3)
    expect(() => db.run(`UPDATE journal SET title = 'x' WHERE id = 2`)).toThrow(/append-only/)
    expect(() => db.run('DELETE FROM journal WHERE id = 2')).toThrow(/append-only/)
    expect(verifyJournal(db)).toMatchObject({ ok: true, entries: 3 })
  })

  it.each([
    [`UPDATE journal SET title = 'x' WHERE id = 3`, 3, 'entry 3 was edited'],
    [`UPDATE journal SET at = at + 1 WHERE id = 1`, 1, 'entry 1 was edited'],
    [`UPDATE journal SET data = '{}' WHERE id = 5`, 5, 'entry 5 was edited'],
    ['DELETE FROM journal WHERE id = 1', 2, 'entries 1 to 1 are missing'],
    ['DELETE FROM journal WHERE id IN (3, 4)', 5, 'entries 3 to 4 are missing'],
    ['DELETE FROM journal WHERE id = 5', 5, 'the end is cut off: entries 5 to 5 are missing'],
    ['DELETE FROM journal', 1, 'the end is cut off: entries 1 to 5 are missing'],
    [
      `UPDATE journal SET previous_hash = (SELECT hash FROM journal WHERE id = 1) WHERE id = 4`,
      4,
      'entry 4 does not follow entry 3: one of them was replaced',
    ],
  ])('shows %j', (sql, brokenAt, reason) => {
    const db = journalOf(5)
    tamper(db, sql)
    expect(verifyJournal(db)).toEqual({ ok: false, brokenAt, reason })
  })

  it('shows any single change of any entry', () => {
    const db = journalOf(6)
    db.script('DROP TRIGGER journal_is_never_edited')
    const change = fc.constantFrom(
      `title = title || 'x'`,
      `at = at + 1`,
      `type = 'other'`,
      `source = 'other'`,
      `severity = 'debug'`,
      `data = '{"value":63}'`,
    )
    fc.assert(
      fc.property(change, fc.integer({ min: 1, max: 6 }), (set, id) => {
        let verdict: unknown
        expect(() =>
          db.transaction(() => {
            db.run(`UPDATE journal SET ${set} WHERE id = ?`, id)
            verdict = verifyJournal(db)
            throw new Error('undo')
          }),
        ).toThrow('undo')
        expect(verdict).toMatchObject({ ok: false, brokenAt: id })
      }),
    )
    expect(verifyJournal(db)).toMatchObject({ ok: true })
  })
})
