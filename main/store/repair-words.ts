import { basename } from 'node:path'
import type { RepairReport } from './repair.ts'

/** What happened, what came back and what did not, in a few sentences. */
export function describeRepair({ problems, outcome }: Omit<RepairReport, 'summary'>): string {
  const what = `The database was damaged (${problems[0] ?? 'its check failed'}).`
  if (outcome.kind === 'reindexed') return `${what} Its indexes were made anew; nothing is lost.`
  const { setAside, backup, salvaged, lostJournalEntries } = outcome
  const rows = salvaged.reduce((sum, table) => sum + table.rows, 0)
  const partial = salvaged.filter(({ whole }) => !whole).map(({ table }) => table)
  return [
    what,
    `It was set aside as ${basename(setAside[0] ?? 'nothing')}.`,
    backup ? `The backup of ${new Date(backup.at).toISOString()} was restored.` : 'There was no good backup.',
    salvaged.length === 0 ? 'Nothing could be read from the damaged file.' : `${rows} rows were read from the damaged file.`,
    ...(partial.length > 0 ? [`Not every row came back of: ${partial.join(', ')}.`] : []),
    ...(lostJournalEntries > 0 ? [`${lostJournalEntries} journal entries are lost.`] : []),
  ].join(' ')
}
