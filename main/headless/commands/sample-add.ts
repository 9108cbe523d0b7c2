import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['sample add'],
  run: async (_, { operator: open, output }) => {
    const { handlers } = await open()
    const added = await handlers['sample:add']({})
    const { promises, readings, tasks } = added
    output.answer(
      added,
      () =>
        `Added ${readings} readings, ${tasks} tasks and ${promises} promises, marked as sample. \`thanos sample remove\` takes them away again.`,
    )
  },
}
