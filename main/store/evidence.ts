import { closeSync, copyFileSync, ftruncateSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import type { Instant } from '../domain/instant.ts'
import { removeCopy } from './backup-copy.ts'
import { openDatabase } from './database.ts'
import { hashOf, type JournalRow } from './journal-chain.ts'
import { foldLogIn, isLogDamaged } from './log-file.ts'
import { openPageFile } from './page-file.ts'
import type { Evidence } from './salvage.ts'
import { SqliteHandle } from './sqlite-handle.ts'

type Opened = Evidence & { readonly db: SqliteHandle }

/**
 * Opens a copy of damaged files under `path`: SQLite folds the log into what it opens, and what was set aside stays as it was found. Where
 * SQLite cannot open it the beginning of the file is made anew: its header alone, or with it the list of tables, as `sound` or a new
 * database has it; entries of the journal that match their hash tell that the tables are where that list says. Undefined where nothing opens it.
 */
export function openEvidence(path: string, setAside: readonly string[], sound: string, now: Instant): Opened | undefined {
  const database = setAside.find((copy) => !copy.endsWith('-wal') && !copy.endsWith('-shm'))
  if (database === undefined || statSync(database).size === 0) return undefined
  for (const copy of setAside) if (!copy.endsWith('-shm')) copyFileSync(copy, path + copy.slice(database.length))
  if (isLogDamaged(path)) foldLogIn(path)
  const asItIs = openReadable(path)
  if (asItIs) return { db: asItIs, isHeaderOwn: true }
  giveHeader(path, sound)
  const db = openReadable(path) ?? openWithTablesOf(sound, path) ?? openWithTablesOfNew(path, now)
  return db && { db, isHeaderOwn: false }
}

function openReadable(path: string): SqliteHandle | undefined {
  let db: SqliteHandle | undefined
  try {
    db = new SqliteHandle(path, { readonly: false })
    db.all('SELECT name FROM sqlite_schema')
    // The pages are read past SQLite as well: all of them have to be in the file.
    db.all('PRAGMA wal_checkpoint(TRUNCATE)')
    return db
  } catch {
    db?.close()
    return undefined
  }
}

/** A database whose rows were always kept in it has its tables where a new one has them. */
function openWithTablesOfNew(path: string, now: Instant): SqliteHandle | undefined {
  const layout = `${path}-layout`
  try {
    openDatabase(layout, { now }).close()
    return openWithTablesOf(layout, path)
  } finally {
    removeCopy(layout)
  }
}

function openWithTablesOf(layout: string, path: string): SqliteHandle | undefined {
  // What could be folded in was when it was last opened.
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  giveTables(path, layout)
  const db = openReadable(path)
  if (db && hasSoundJournal(db)) return db
  db?.close()
  return undefined
}

function hasSoundJournal(db: SqliteHandle): boolean {
  try {
    return db.all<JournalRow>('SELECT * FROM journal ORDER BY id DESC LIMIT 20').some((entry) => hashOf(entry) === entry.hash)
  } catch {
    return false
  }
}

/** A file whose header is gone may be whole behind it: the header of a database of the same schema, with this file's own length, opens it. */
function giveHeader(path: string, sound: string): void {
  const header = Buffer.alloc(100)
  const file = openSync(sound, 'r')
  readSync(file, header, 0, 100, 0)
  closeSync(file)
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  writeHeader(header, Math.ceil(statSync(path).size / pageSize))
  const damaged = openSync(path, 'r+')
  writeSync(damaged, header, 0, 100, 0)
  closeSync(damaged)
}

/** The list of tables is a tree whose root is the first page; what is below it is put behind the end of the file. */
function giveTables(path: string, layout: string): void {
  const source = openPageFile(layout)
  const target = openSync(path, 'r+')
  try {
    const { pageSize } = source
    const pageCount = Math.ceil(statSync(path).size / pageSize)
    const first = source.page(1)
    const isLeaf = first[100] === 13
    const pointers = isLeaf
      ? []
      : [...Array.from({ length: first.readUInt16BE(103) }, (_, index) => first.readUInt16BE(112 + index * 2)), 108]
    const below = pointers.map((at, index) => {
      const page = source.page(first.readUInt32BE(at))
      first.writeUInt32BE(pageCount + 1 + index, at)
      return page
    })
    writeHeader(first, pageCount + below.length)
    ftruncateSync(target, pageCount * pageSize)
    writeSync(target, first, 0, pageSize, 0)
    below.forEach((page, index) => writeSync(target, page, 0, pageSize, (pageCount + index) * pageSize))
  } finally {
    closeSync(target)
    source.close()
  }
}

/** So many pages, and none said to be free: which of them were is not known any more. */
function writeHeader(header: Buffer, pageCount: number): void {
  header.writeUInt32BE(pageCount, 28)
  header.writeUInt32BE(0, 32)
  header.writeUInt32BE(0, 36)
}
