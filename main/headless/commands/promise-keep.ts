import { choose } from '../choose.ts'
import type { Command } from '../command.ts'
import { promiseDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'

export const command: Command = {
  arguments: [{ name: 'PROMISE', help: 'its id, or words of it', rest: true }],
  options: {},
  examples: ['promise keep p-3', 'promise keep date night'],
  run: async ({ words: [wanted = ''] }, { operator: open, output }) => {
    const { handlers } = await open()
    const { promises } = await handlers['promises:list']({ includeClosed: true })
    const candidates = promises.filter(({ id, status }) => id === wanted || status === 'active' || status === 'renegotiated')
    const { id } = choose(wanted, candidates, ({ to, what }) => `${what}, to ${to}`, 'promise')
    const { promise } = await handlers['promises:update']({ id, status: 'kept' })
    output.answer(promiseDocument(promise), () => `Kept: ${terminalText(promise.what)}, promised to ${terminalText(promise.to)}`)
  },
}
