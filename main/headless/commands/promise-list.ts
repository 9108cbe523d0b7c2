import type { Command } from '../command.ts'
import { promiseDocument } from '../documents.ts'
import { ownersZone } from '../read-due.ts'
import { promiseTable } from '../words/task-words.ts'

export const command: Command = {
  arguments: [],
  options: { all: { kind: 'flag', help: 'the kept, broken and cancelled ones too' } },
  examples: ['promise list', 'promise list --all --json'],
  run: async ({ flag }, { operator: open, output }) => {
    const operator = await open()
    const { promises } = await operator.handlers['promises:list']({ includeClosed: flag('all') })
    const zone = await ownersZone(operator)
    output.answer({ promises: promises.map(promiseDocument) }, () => promiseTable(promises, zone))
  },
}
