import type { Command } from '../command.ts'
import type { Operator } from '../../operator/operator.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['sample add'],
  run: async (_, { operator: open, output }) => {
    const operator = await open()
    const added = await operator.handlers['sample:add']({})
    await look(operator)
    const { promises, readings, tasks } = added
    output.answer(
      added,
      () =>
        `Added ${readings} readings, ${tasks} tasks and ${promises} promises, marked as sample. \`thanos alerts list\` shows what follows, \`thanos sample remove\` takes them away again.`,
    )
  },
}

/** A newcomer wants to see at once what follows. Where another process runs the cycles, its next one will say. */
async function look(operator: Operator): Promise<void> {
  try {
    await operator.runOnce()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'held_by_another')) throw error
  }
}
