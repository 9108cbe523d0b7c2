import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [{ name: 'FILE', help: 'an export of the journal; - for standard input' }],
  options: {},
  examples: ['journal import journal.jsonl'],
  run: async ({ words: [file = ''] }, { operator: open, output, read }) => {
    const lines = (await read(file)).split('\n')
    const { data } = await open()
    const report = await data.importJournal(lines)
    output.answer(report, () => `${file}: read ${report.read}, added ${report.added}, known already ${report.unchanged}.`)
  },
}
