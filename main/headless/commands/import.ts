import { answerImport } from '../answer-import.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [
    { name: 'FILE', help: 'a CSV `day,metric,value`, an Oura export (zip, folder or one file of it), or an Oura cache database' },
  ],
  options: {},
  examples: ['import readings.csv', 'import ~/.oura-cache/oura-health.db'],
  run: async ({ words: [file = ''] }, { operator: open, output }) => {
    const { files } = await open()
    return answerImport(await files.importHealth(file), file, output)
  },
}
