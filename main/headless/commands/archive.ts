import type { Command } from '../command.ts'
import { readDuration } from '../time-words.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  arguments: [],
  options: { 'older-than': { kind: 'value', value: 'AGE', help: 'how old an entry must be; 90d if not given' } },
  examples: ['archive --older-than 90d'],
  run: async ({ value }, { now, operator: open, output }) => {
    const age = value('older-than') ?? '90d'
    const duration = readDuration(age)
    if (duration === null) throw new UsageError(`--older-than ${age} is no age. Write it like 90d or 12w.`)
    const { entries, file } = await (await open()).data.archive(now() - duration)
    output.answer({ entries, file }, () => (file === null ? 'No entry is that old.' : `Moved ${entries} entries to ${file}.`))
  },
}
