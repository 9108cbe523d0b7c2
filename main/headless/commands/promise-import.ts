import { answerImport } from '../answer-import.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [{ name: 'FILE', help: 'JSON Lines or one JSON array' }],
  options: {},
  examples: ['promise import promises.jsonl'],
  run: async ({ words: [file = ''] }, { operator: open, output }) => {
    const { files } = await open()
    return answerImport(await files.importPromises(file), file, output)
  },
}
