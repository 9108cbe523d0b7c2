import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['config show', 'config show --json'],
  run: async (_, { host, output, places }) => {
    const { text, values } = await host.configuration.show(places)
    output.answer(values, () => text.trimEnd())
  },
}
