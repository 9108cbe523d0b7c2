import { choose } from '../choose.ts'
import type { Command } from '../command.ts'
import { taskDocument } from '../documents.ts'
import { ownersZone } from '../read-due.ts'
import { terminalText } from '../terminal-text.ts'
import { dueWords } from '../words/task-words.ts'

export const command: Command = {
  arguments: [
    { name: 'TASK', help: 'its id, or a word of its title' },
    { name: 'WHEN', help: 'a date, a time, words such as "next friday", or never', rest: true },
  ],
  options: {},
  examples: ['task reschedule t-17 next friday', 'task reschedule "Memphis report" 2026-01-22', 'task reschedule t-17 never'],
  run: async ({ words: [wanted = '', when = ''] }, { operator: open, output }) => {
    const operator = await open()
    const { tasks } = await operator.handlers['tasks:list']({ view: 'all', limit: 20_000 })
    const { id } = choose(wanted, tasks, ({ title }) => title, 'task')
    const { task } = await operator.handlers['tasks:reschedule'](when.toLowerCase() === 'never' ? { id, due: null } : { id, phrase: when })
    const zone = await ownersZone(operator)
    output.answer(
      taskDocument(task),
      () => `${terminalText(task.title)} is due ${task.due === null ? 'at no particular time' : dueWords(task.due, zone)}`,
    )
  },
}
