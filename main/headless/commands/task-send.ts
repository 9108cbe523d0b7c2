import { choose } from '../choose.ts'
import type { Command } from '../command.ts'
import { taskDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'

export const command: Command = {
  arguments: [{ name: 'TASK', help: 'its id, or words of its title', rest: true }],
  options: {},
  examples: ['task send t-17', 'task send Memphis report'],
  run: async ({ words: [wanted = ''] }, { operator: open, output }) => {
    const { handlers } = await open()
    const { tasks } = await handlers['tasks:list']({ view: 'all', limit: 20_000 })
    const { task } = await handlers['tasks:send']({ id: choose(wanted, tasks, ({ title }) => title, 'task').id })
    output.answer(taskDocument(task), () => `On its way to the tasks database: ${terminalText(task.title)}`)
  },
}
