import type { Command } from '../command.ts'
import { alertDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'

export const command: Command = {
  arguments: [{ name: 'ALERT', help: 'its key or id; several are possible', rest: true }],
  options: {},
  examples: ['alerts ack health:readiness:2026-01-20'],
  run: async ({ words: [names = ''] }, { operator: open, output }) => {
    const { handlers } = await open()
    const { alerts } = await handlers['alerts:acknowledge']({ ids: names.split(' ') })
    output.answer({ alerts: alerts.map(alertDocument) }, () => alerts.map(({ title }) => `Acknowledged: ${terminalText(title)}`).join('\n'))
  },
}
