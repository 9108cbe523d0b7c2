import type { Command } from '../command.ts'
import { promiseDocument } from '../documents.ts'
import { ownersZone, readDue } from '../read-due.ts'
import { terminalText } from '../terminal-text.ts'
import { UsageError } from '../usage-error.ts'
import { dueWords } from '../words/task-words.ts'

/** `the slides to Ashley by friday`: what, to whom, and perhaps by when. */
const sentence =
  /^(?<what>.+?)\s+(?:to|for|with)\s+(?<to>\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{L}\p{M}'’-]*)*)(?:\s+(?:by|before|on|until)?\s*(?<due>.+))?$/u

export const command: Command = {
  arguments: [{ name: 'WHAT', help: 'what was promised; to whom and by when may follow in words', rest: true }],
  options: {
    to: { kind: 'value', value: 'NAME', help: 'to whom' },
    due: { kind: 'value', value: 'WHEN', help: 'by when: a date, a time, or words' },
  },
  examples: ['promise add the slides to Ashley by friday', 'promise add "date night" --to Ashley --due 2026-01-17'],
  run: async ({ value, words: [text = ''] }, { now, operator: open, output }) => {
    const read = value('to') === undefined ? sentence.exec(text)?.groups : undefined
    const to = value('to') ?? read?.['to']
    if (to === undefined) throw new UsageError('To whom? Write it as `thanos promise add WHAT --to NAME`.')
    const operator = await open()
    const due = await readDue(value('due') ?? read?.['due'], operator, now())
    const { promise } = await operator.handlers['promises:add']({ what: read?.['what'] ?? text, to, due })
    const zone = await ownersZone(operator)
    output.answer(
      promiseDocument(promise),
      () =>
        `Promised to ${terminalText(promise.to)} (${promise.id}): ${terminalText(promise.what)}${promise.due === null ? '' : `, by ${dueWords(promise.due, zone)}`}`,
    )
  },
}
