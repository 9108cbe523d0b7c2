import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['config check', 'config check --config ./operator.yaml'],
  run: async (_, { host, output, places }) => {
    const { problems, warnings } = await host.configuration.check(places)
    const isGood = problems.length === 0
    output.answer({ ok: isGood, file: places.configFile, problems, warnings }, () => (isGood ? `${places.configFile} is right.` : ''))
    if (!output.isJson) for (const each of [...problems, ...warnings]) output.note(each)
    return isGood ? 0 : 3
  },
}
