import type { Command } from '../command.ts'
import { alertDocument } from '../documents.ts'
import { alertsTable } from '../words/alert-words.ts'

const everyState = ['open', 'acknowledged', 'snoozed', 'resolved', 'dismissed'] as const
/** One page of the inbox is at most this long. */
const page = 500

export const command: Command = {
  arguments: [],
  options: {
    all: { kind: 'flag', help: 'the resolved and dismissed ones too' },
    held: { kind: 'flag', help: 'only those that were held back, and why' },
    search: { kind: 'value', value: 'WORDS', help: 'only those with these words' },
  },
  examples: ['alerts list', 'alerts list --held', 'alerts list --all --search readiness --json'],
  run: async ({ flag, value }, { now, operator: open, output }) => {
    const { handlers } = await open()
    const { alerts, counts } = await handlers['alerts:list']({
      ...(flag('all') ? { states: [...everyState] } : {}),
      held: flag('held'),
      search: value('search'),
      limit: page,
      cursor: null,
    })
    output.answer({ alerts: alerts.map(alertDocument), counts }, () => alertsTable(alerts, now(), 'No open alerts.'))
  },
}
