import { whatBecame } from '../../operator/captures/what-became.ts'
import { captureNamed } from '../capture-named.ts'
import { readClass } from '../capture-words.ts'
import type { Command } from '../command.ts'
import { captureDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'
import { UsageError } from '../usage-error.ts'
import { changeWords } from '../words/capture-words.ts'

const classes = 'thinking, venting, observation, note, idea, personal_task, work_task, commitment or mixed'

export const command: Command = {
  arguments: [
    { name: 'ID', help: 'its id; left away, the latest is meant' },
    { name: 'CLASS', help: classes, optional: true },
  ],
  options: { yes: { kind: 'flag', help: 'do it; without it the change is only shown' } },
  examples: ['capture reclassify thinking', 'capture reclassify n-0mkmsc3jk00xk2a91 work_task --yes'],
  run: async ({ flag, words: [first, second] }, { operator: open, output }) => {
    const [given, word] = second === undefined ? [undefined, first] : [first, second]
    const kind = readClass(word)
    if (kind === null) throw new UsageError(`${word ?? 'That'} is no class. Write ${classes}.`)
    const operator = await open()
    const id = await captureNamed(given, operator)
    if (!flag('yes')) {
      const change = await operator.handlers['captures:propose']({ id, class: kind })
      output.answer(
        { id, class: kind, ...change, done: false },
        () => `${changeWords(kind, change)}\nNothing was changed yet: add --yes to do it.`,
      )
      return
    }
    const { capture } = await operator.handlers['captures:reclassify']({ id, class: kind })
    output.answer(captureDocument(capture), () => terminalText(whatBecame(capture)))
  },
}
