import type { Command } from '../command.ts'
import { captureDocument } from '../documents.ts'
import { UsageError } from '../usage-error.ts'
import { capturesTable } from '../words/capture-words.ts'

const most = 500

export const command: Command = {
  arguments: [],
  options: {
    review: { kind: 'flag', help: 'only those that wait for your word' },
    notes: { kind: 'flag', help: 'only notes' },
    ideas: { kind: 'flag', help: 'only ideas' },
    search: { kind: 'value', value: 'WORDS', help: 'only those with these words' },
    limit: { kind: 'value', value: 'N', help: `how many, at most ${most}; 50 if not given` },
  },
  examples: ['capture list', 'capture list --review', 'capture list --notes --search wifi --json'],
  run: async ({ flag, value }, { now, operator: open, output }) => {
    const limit = Number(value('limit') ?? 50)
    if (!Number.isInteger(limit) || limit < 1 || limit > most)
      throw new UsageError(`--limit ${value('limit')} is not possible. Write a whole number from 1 to ${most}.`)
    const [show = 'all', other] = (['review', 'notes', 'ideas'] as const).filter((name) => flag(name))
    if (other !== undefined) throw new UsageError(`--${show} and --${other} exclude each other: give one of them.`)
    const { handlers } = await open()
    const { captures, waiting } = await handlers['captures:list']({ show, search: value('search'), before: null, limit })
    output.answer({ captures: captures.map(captureDocument), waiting }, () => capturesTable(captures, now()))
  },
}
