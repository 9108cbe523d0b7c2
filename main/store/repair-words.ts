import { basename } from 'node:path'
import type { RepairReport } from './repair.ts'

/** What happened, what came back and what did not, in a few sentences. SQLite's own words about pages and trees stay in the journal's entry. */
export function describeRepair({ problems, outcome }: Omit<RepairReport, 'summary'>): string {
  const what = `The database was damaged (${reasonOf(problems)}).`
  if (outcome.kind === 'reindexed') return `${what} Its indexes were made anew; nothing is lost.`
  const { setAside, backup, passedOver, salvaged, lostJournalEntries } = outcome
  const rows = salvaged.reduce((sum, table) => sum + table.rows, 0)
  const partial = salvaged.filter(({ whole }) => !whole).map(({ table }) => table.replaceAll('_', ' '))
  return [
    what,
    `It was set aside as ${basename(setAside[0] ?? 'nothing')}.`,
    backup ? `The backup of ${new Date(backup.at).toISOString()} was restored.` : passedOver ? '' : 'There was no good backup.',
    passedOver
      ? `The backup ${basename(passedOver.path)} is encrypted and was passed over: \`thanos restore\` opens it with its passphrase.`
      : '',
    salvaged.length === 0 ? 'Nothing could be read from the damaged file.' : `${rows} rows were read from the damaged file.`,
    ...(partial.length > 0 ? [`Pages of ${partial.join(', ')} were damaged: ${backup ? restored : lost}.`] : []),
    ...(salvaged.length === 0 && backup ? ['What was entered since that backup is lost.'] : []),
    ...(lostJournalEntries > 0 ? [`${lostJournalEntries} journal entries are lost.`] : []),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const restored = 'a row that could not be read is as the backup has it, or lost where it is newer'
const lost = 'a row that could not be read is lost'

function reasonOf(problems: readonly string[]): string {
  const [first] = problems
  const isOfSqlite = first === undefined || /\*\*\*|page|tree|index|malformed|not a database/i.test(first)
  return isOfSqlite ? 'its check failed' : first
}
