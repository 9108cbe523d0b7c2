import type { Command } from '../command.ts'
import { verdictWords } from '../words/data-words.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['repair'],
  run: async (_, { operator: open, output }) => {
    // Opening has repaired what it found damaged; this says so, and mends what only the whole check finds.
    const { repaired, verify } = await (await open()).data.repair()
    output.answer({ repaired, ...verify }, () => `${repaired?.summary ?? 'There was nothing to repair.'}\n${verdictWords(verify)}`)
    return verify.ok ? 0 : 1
  },
}
