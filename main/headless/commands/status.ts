import type { Command } from '../command.ts'
import { statusWords } from '../words/status-words.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['status', 'status --json'],
  run: async (_, { operator: open, output }) => {
    const operator = await open()
    if (output.isJson) {
      output.answer(operator.status(), () => '')
      return
    }
    const view = await operator.handlers['status:get']({})
    output.answer(view, () => statusWords(view))
  },
}
