import type { Command } from '../command.ts'
import { journalDocument } from '../documents.ts'
import { ownersZone } from '../read-due.ts'
import { table } from '../table.ts'
import { terminalText } from '../terminal-text.ts'
import { exactTime } from '../time-words.ts'
import { UsageError } from '../usage-error.ts'

const severities = ['debug', 'info', 'warning', 'alert', 'critical'] as const
const most = 1000

export const command: Command = {
  arguments: [],
  options: {
    type: { kind: 'value', value: 'TYPE', help: 'only this type, such as delivery' },
    severity: { kind: 'value', value: 'LEVEL', help: `only ${severities.join(', ')}` },
    search: { kind: 'value', value: 'WORDS', help: 'only entries with these words' },
    limit: { kind: 'value', value: 'N', help: `how many, at most ${most}; 50 if not given` },
  },
  examples: ['journal list --limit 20', 'journal list --type suppression --json'],
  run: async ({ value }, { operator: open, output }) => {
    const limit = Number(value('limit') ?? 50)
    if (!Number.isInteger(limit) || limit < 1 || limit > most)
      throw new UsageError(`--limit ${value('limit')} is not possible. Write a whole number from 1 to ${most}.`)
    const severity = severities.find((each) => each === value('severity'))
    if (value('severity') !== undefined && severity === undefined)
      throw new UsageError(`--severity ${value('severity')} is none. Write ${severities.join(', ')}.`)
    const type = value('type')
    const operator = await open()
    const { entries } = await operator.handlers['journal:list']({
      ...(type === undefined ? {} : { types: [type] }),
      ...(severity === undefined ? {} : { severities: [severity] }),
      search: value('search'),
      before: null,
      limit,
    })
    const zone = await ownersZone(operator)
    output.answer({ entries: entries.map(journalDocument) }, () =>
      table(
        ['id', 'when', 'severity', 'type', 'source', 'what'],
        entries.map((entry) => [
          String(entry.id),
          exactTime(entry.at, zone),
          entry.severity,
          entry.type,
          terminalText(entry.source),
          terminalText(entry.title),
        ]),
      ),
    )
  },
}
