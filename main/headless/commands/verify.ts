import type { Command } from '../command.ts'
import { verdictWords } from '../words/data-words.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['verify', 'verify --json'],
  run: async (_, { operator: open, output }) => {
    const verdict = await (await open()).data.verify()
    output.answer(verdict, () => verdictWords(verdict))
    return verdict.ok ? 0 : 1
  },
}
