import type { Command } from '../command.ts'

const words = {
  running: 'The system keeps the operator running.',
  installed: 'The service is installed but does not run. `thanos service install` puts it in force again.',
  absent: 'There is no service. `thanos service install` makes one.',
} as const

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['service status'],
  run: async (_, { host, output, places }) => {
    const state = await (await host.service(places)).status()
    output.answer({ state }, () => words[state])
  },
}
