import type { Command } from '../command.ts'
import { alertDetailDocument } from '../documents.ts'
import { ownersZone } from '../read-due.ts'
import { alertWords } from '../words/alert-words.ts'

export const command: Command = {
  arguments: [{ name: 'ALERT', help: 'its key or id' }],
  options: {},
  examples: ['alerts show health:readiness:2026-01-20'],
  run: async ({ words: [id = ''] }, { now, operator: open, output }) => {
    const operator = await open()
    const detail = await operator.handlers['alerts:get']({ id })
    const zone = await ownersZone(operator)
    output.answer(alertDetailDocument(detail), () => alertWords(detail, now(), zone))
  },
}
