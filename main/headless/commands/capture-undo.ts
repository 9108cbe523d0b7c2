import { whatBecame } from '../../operator/captures/what-became.ts'
import { captureNamed } from '../capture-named.ts'
import type { Command } from '../command.ts'
import { captureDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'

export const command: Command = {
  arguments: [{ name: 'ID', help: 'its id; the latest if not given', optional: true }],
  options: {},
  examples: ['capture undo', 'capture undo n-0mkmsc3jk00xk2a91'],
  run: async ({ words: [id] }, { operator: open, output }) => {
    const operator = await open()
    const { capture } = await operator.handlers['captures:undo']({ id: await captureNamed(id, operator) })
    output.answer(captureDocument(capture), () => terminalText(whatBecame(capture)))
  },
}
