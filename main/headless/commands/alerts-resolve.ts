import type { Command } from '../command.ts'
import { alertDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'

export const command: Command = {
  arguments: [{ name: 'ALERT', help: 'its key or id; several are possible', rest: true }],
  options: {},
  examples: ['alerts resolve health:readiness:2026-01-20'],
  run: async ({ words: [names = ''] }, { operator: open, output }) => {
    const { handlers } = await open()
    const { alerts } = await handlers['alerts:resolve']({ ids: names.split(' ') })
    output.answer({ alerts: alerts.map(alertDocument) }, () => alerts.map(({ title }) => `Resolved: ${terminalText(title)}`).join('\n'))
  },
}
