import { openDatabase } from '../../../main/store/database.ts'
import { appendJournal } from '../../../main/store/journal.ts'

/** Writes journal entries in commits of three until it is killed; tells each commit's last id once it is committed. */
const [path = ''] = process.argv.slice(2)
const db = openDatabase(path, { now: 0 })
const entry = { at: 0, type: 'test', source: 'test', severity: 'info', title: 'x'.repeat(500), data: {} } as const
for (;;) process.stdout.write(`${appendJournal(db, [entry, entry, entry])}\n`)
