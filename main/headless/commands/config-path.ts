import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['config path'],
  run: async (_, { output, places: { configFile, dataFolder } }) => {
    output.answer({ config: configFile, data: dataFolder }, () => `Configuration  ${configFile}\nData           ${dataFolder}`)
  },
}
