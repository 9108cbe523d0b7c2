import { answerImport } from '../answer-import.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [{ name: 'FILE', help: 'JSON Lines or one JSON array' }],
  options: {},
  examples: ['task import tasks.jsonl'],
  run: async ({ words: [file = ''] }, { operator: open, output }) => {
    const { files } = await open()
    return answerImport(await files.importTasks(file), file, output)
  },
}
