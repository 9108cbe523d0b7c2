import type { Command } from '../command.ts'
import { alertDocument } from '../documents.ts'
import { ownersZone, readUntil } from '../read-due.ts'
import { terminalText } from '../terminal-text.ts'
import { exactTime } from '../time-words.ts'

export const command: Command = {
  arguments: [
    { name: 'ALERT', help: 'its key or id' },
    { name: 'HOW_LONG', help: '2h, 30 min, or a time such as "until tomorrow 9:00"', rest: true },
  ],
  options: {},
  examples: ['alerts snooze task:overdue 2h', 'alerts snooze task:overdue until tomorrow 9:00'],
  run: async ({ words: [id = '', howLong = ''] }, { now, operator: open, output }) => {
    const operator = await open()
    const until = await readUntil(howLong, operator, now())
    const { alerts } = await operator.handlers['alerts:snooze']({ ids: [id], until })
    const zone = await ownersZone(operator)
    output.answer({ alerts: alerts.map(alertDocument) }, () =>
      alerts.map(({ title }) => `Snoozed until ${exactTime(until, zone)}: ${terminalText(title)}`).join('\n'),
    )
  },
}
