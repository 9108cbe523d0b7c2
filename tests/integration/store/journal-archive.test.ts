import { readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Writer } from '../../../main/store/database.ts'
import { appendJournal, listJournal } from '../../../main/store/journal.ts'
import { archiveJournal, readArchive } from '../../../main/store/journal-archive.ts'
import { importJournal } from '../../../main/store/journal-import.ts'
import { journalLines, writeJournalFile } from '../../../main/store/journal-lines.ts'
import { verifyJournal } from '../../../main/store/journal-verify.ts'
import { anEntry } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

function journalOf(count: number, from = 0): Writer {
  const db = testDatabase()
  append(db, count, from)
  return db
}

function append(db: Writer, count: number, from = 0): void {
  const entries = Array.from({ length: count }, (_, index) => anEntry({ at: testNow + from + index, title: `entry ${from + index}` }))
  appendJournal(db, entries)
}

describe('an export', () => {
  it('is for its owner alone, and never written through what a killed one left behind', () => {
    const db = journalOf(3)
    const folder = temporaryFolder()
    const file = join(folder, 'journal.jsonl')
    const elsewhere = join(folder, 'precious')
    writeFileSync(elsewhere, 'precious')
    symlinkSync(elsewhere, `${file}.unfinished-${process.pid}`)
    expect(writeJournalFile(db, { file, replace: false })).toBe(3)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious')
    expect(readdirSync(folder).sort()).toEqual(['journal.jsonl', 'precious'])
  })
})

const titles = (db: Writer) =>
  listJournal(db, { limit: 100 })
    .map(({ title }) => title)
    .toReversed()

describe('an export of the journal', () => {
  it('brings an empty journal the same entries with the same chain', () => {
    const db = journalOf(5)
    const copy = testDatabase()
    expect(importJournal(copy, journalLines(db))).toEqual({ read: 5, added: 5, unchanged: 0 })
    expect(listJournal(copy, { limit: 10 })).toEqual(listJournal(db, { limit: 10 }))
    expect(verifyJournal(copy)).toEqual(verifyJournal(db))
  })

  it('is one JSON document a line with a time to read', () => {
    const [line = ''] = [...journalLines(journalOf(1))]
    expect(JSON.parse(line)).toMatchObject({ id: 1, at: '2026-01-20T15:05:00.000Z', type: 'finding', data: { value: 62 } })
  })

  it('imported twice equals imported once, into whatever journal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (here, there) => {
        const db = journalOf(here, 100)
        const lines = [...journalLines(journalOf(there))]
        importJournal(db, lines)
        const once = listJournal(db, { limit: 100 })
        expect(importJournal(db, lines)).toEqual({ read: there, added: 0, unchanged: there })
        expect(listJournal(db, { limit: 100 })).toEqual(once)
        expect(once).toHaveLength(here + there)
        expect(verifyJournal(db)).toMatchObject({ ok: true })
      }),
      { numRuns: 15 },
    )
  })

  it('of its own journal changes nothing', () => {
    const db = journalOf(3)
    expect(importJournal(db, [...journalLines(db)])).toEqual({ read: 3, added: 0, unchanged: 3 })
  })

  it.each([
    ['edited', (line: string) => line.replace('entry 1', 'entry 9'), /^Line 2 was edited/],
    ['cut off', (line: string) => line.slice(0, 40), /^Line 2 is not a journal entry/],
    ['of something else', () => '{"day":"2026-01-20"}', /^Line 2 is not a journal entry/],
  ])('with a line that was %s is refused whole', (_name, change, message) => {
    const lines = [...journalLines(journalOf(3))]
    const db = testDatabase()
    expect(() => importJournal(db, [lines[0] ?? '', change(lines[1] ?? ''), lines[2] ?? ''])).toThrow(message)
    expect(titles(db)).toEqual([])
  })
})

describe('archiving', () => {
  it('moves old entries to a private file and keeps the chain', () => {
    const db = journalOf(10)
    const folder = join(temporaryFolder(), 'archive')
    const { entries, file } = archiveJournal(db, { olderThan: testNow + 6, now: testNow + 10, folder })
    expect(entries).toBe(6)
    expect(readdirSync(folder)).toEqual(['journal-1-6.jsonl.gz'])
    expect(statSync(file ?? '').mode & 0o777).toBe(0o600)
    expect(titles(db)).toEqual(['entry 6', 'entry 7', 'entry 8', 'entry 9', '6 journal entries were archived'])
    expect(verifyJournal(db)).toMatchObject({ ok: true, entries: 5, archived: 6 })
    append(db, 2, 10)
    expect(archiveJournal(db, { olderThan: testNow + 9, now: testNow + 20, folder }).entries).toBe(3)
    expect(verifyJournal(db)).toMatchObject({ ok: true, entries: 5, archived: 9 })
  })

  it('loses nothing: the archive says what was in the journal', () => {
    const db = journalOf(4)
    const lines = [...journalLines(db)].map((line) => line.trimEnd())
    const { file } = archiveJournal(db, { olderThan: testNow + 3, now: testNow, folder: temporaryFolder() })
    expect(readArchive(file ?? '')).toEqual(lines.slice(0, 3))
    expect(readFileSync(file ?? '').includes('entry')).toBe(false)
  })

  it('leaves the newest entry, however old, and does nothing where nothing is old', () => {
    const db = journalOf(3)
    const folder = join(temporaryFolder(), 'archive')
    expect(archiveJournal(db, { olderThan: testNow, now: testNow, folder })).toEqual({ entries: 0, file: null })
    expect(archiveJournal(db, { olderThan: testNow + 100, now: testNow + 100, folder }).entries).toBe(2)
    expect(archiveJournal(db, { olderThan: testNow + 2, now: testNow + 200, folder })).toEqual({ entries: 0, file: null })
    expect(titles(db)).toEqual(['entry 2', '2 journal entries were archived'])
    expect(archiveJournal(testDatabase(), { olderThan: testNow, now: testNow, folder })).toEqual({ entries: 0, file: null })
  })

  it('still shows what is edited or taken out afterwards', () => {
    const db = journalOf(6)
    archiveJournal(db, { olderThan: testNow + 3, now: testNow, folder: temporaryFolder() })
    expect(() => db.run('DELETE FROM journal WHERE id = 5')).toThrow(/append-only/)
    db.script('DROP TRIGGER journal_leaves_only_through_an_anchor')
    db.run('DELETE FROM journal WHERE id = 4')
    expect(verifyJournal(db)).toMatchObject({ ok: false, brokenAt: 5 })
  })
})
