import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [],
  options: { print: { kind: 'flag', help: 'show the file and change nothing' } },
  examples: ['service install', 'service install --print'],
  run: async (input, { host, output, places }) => {
    const service = await host.service(places)
    const { file, text } = service.definition
    if (input.flag('print')) {
      output.answer({ file, text }, () => `# ${file}\n${text.trimEnd()}`)
      return
    }
    await service.install()
    output.answer({ file, installed: true }, () => `The operator runs from login on, and is started again if it fails. ${file} says how.`)
  },
}
