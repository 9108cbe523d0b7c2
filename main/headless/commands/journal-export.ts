import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [{ name: 'FILE', help: 'where to; - for standard output' }],
  options: { force: { kind: 'flag', help: 'replace a file that is there already' } },
  examples: ['journal export journal.jsonl', 'journal export -'],
  run: async ({ flag, words: [file = ''] }, { operator: open, output }) => {
    const { data } = await open()
    if (file === '-') {
      const lines = [...(await data.journalLines())]
      output.answer(
        lines.map((line) => JSON.parse(line) as unknown),
        () => lines.join('').trimEnd(),
      )
      return
    }
    const entries = await data.exportJournal(file, flag('force'))
    output.answer({ file, entries }, () => `Wrote ${entries} entries to ${file}.`)
  },
}
