import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['service remove'],
  run: async (_, { host, output, places }) => {
    const removed = await (await host.service(places)).remove()
    output.answer({ removed }, () => (removed ? 'The operator is no longer started by the system.' : 'There was no service to remove.'))
  },
}
