import { choose } from '../choose.ts'
import type { Command } from '../command.ts'
import { taskDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'

export const command: Command = {
  arguments: [{ name: 'TASK', help: 'its id, or words of its title', rest: true }],
  options: {},
  examples: ['task done t-17', 'task done Memphis report'],
  run: async ({ words: [wanted = ''] }, { operator: open, output }) => {
    const { handlers } = await open()
    const { tasks } = await handlers['tasks:list']({ view: 'all', limit: 20_000 })
    const done = await handlers['tasks:list']({ view: 'done', limit: 20_000 })
    // A task that is done already is found by its id, so that doing it twice is no fault.
    const candidates = [...tasks, ...done.tasks.filter(({ id }) => id === wanted)]
    const { task } = await handlers['tasks:complete']({ id: choose(wanted, candidates, ({ title }) => title, 'task').id })
    output.answer(taskDocument(task), () => `Done: ${terminalText(task.title)}`)
  },
}
