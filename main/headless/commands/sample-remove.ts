import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['sample remove'],
  run: async (_, { operator: open, output }) => {
    const { handlers } = await open()
    const removed = await handlers['sample:remove']({})
    const { promises, readings, tasks } = removed
    output.answer(removed, () => `Removed ${readings} readings, ${tasks} tasks and ${promises} promises.`)
  },
}
