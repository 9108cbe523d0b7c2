import type { Command } from '../command.ts'
import { taskDocument } from '../documents.ts'
import { ownersZone } from '../read-due.ts'
import { taskTable } from '../words/task-words.ts'

const views = ['today', 'overdue', 'upcoming', 'done'] as const

export const command: Command = {
  arguments: [],
  options: {
    today: { kind: 'flag', help: 'due today, and what is overdue' },
    overdue: { kind: 'flag', help: 'past due' },
    upcoming: { kind: 'flag', help: 'due later' },
    done: { kind: 'flag', help: 'completed and cancelled' },
    search: { kind: 'value', value: 'WORDS', help: 'only those with these words' },
  },
  examples: ['task list --today', 'task list --search Memphis --json'],
  run: async ({ flag, value }, { operator: open, output }) => {
    const operator = await open()
    const view = views.find((each) => flag(each)) ?? 'all'
    const { counts, tasks } = await operator.handlers['tasks:list']({ view, search: value('search'), limit: 20_000 })
    const zone = await ownersZone(operator)
    output.answer({ tasks: tasks.map(taskDocument), counts }, () => taskTable(tasks, zone))
  },
}
