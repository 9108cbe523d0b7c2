import type { TaskView } from '../../../shared/model/task.ts'
import type { Command } from '../command.ts'
import { taskDocument } from '../documents.ts'
import { ownersZone, readDue } from '../read-due.ts'
import { terminalText } from '../terminal-text.ts'
import { UsageError } from '../usage-error.ts'
import { dueWords } from '../words/task-words.ts'

const priorities = ['p0', 'p1', 'p2', 'p3'] as const satisfies readonly TaskView['priority'][]

export const command: Command = {
  arguments: [{ name: 'TEXT', help: 'the task, with its date and priority in words if you like', rest: true }],
  options: {
    due: { kind: 'value', value: 'WHEN', help: 'a date, a time, or words such as "next friday"' },
    client: { kind: 'value', value: 'NAME', help: 'for whom' },
    priority: { kind: 'value', value: 'P', help: 'p0, p1, p2 or p3' },
  },
  examples: ['task add Memphis report by Friday p1', 'task add "Call the bank" --due "tomorrow 10:00"'],
  run: async ({ value, words: [text = ''] }, { now, operator: open, output }) => {
    const priority = priorities.find((each) => each === value('priority')?.toLowerCase())
    if (value('priority') !== undefined && priority === undefined)
      throw new UsageError(`--priority ${value('priority')} is none. Write p0, p1, p2 or p3.`)
    const operator = await open()
    const due = await readDue(value('due'), operator, now())
    const { task } = await operator.handlers['tasks:add']({ text, due, client: value('client'), priority })
    const zone = await ownersZone(operator)
    output.answer(
      taskDocument(task),
      () => `Added ${task.id}: ${terminalText(task.title)}${task.due === null ? '' : `, due ${dueWords(task.due, zone)}`}`,
    )
  },
}
