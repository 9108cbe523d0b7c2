import type { Command } from '../command.ts'
import { captureAnswerDocument, captureDocument } from '../documents.ts'
import { ownersZone } from '../read-due.ts'
import { captureNamed } from '../capture-named.ts'
import { captureWords } from '../words/capture-words.ts'

export const command: Command = {
  arguments: [{ name: 'ID', help: 'its id; the latest if not given', optional: true }],
  options: {},
  examples: ['capture show', 'capture show n-0mkmsc3jk00xk2a91'],
  run: async ({ words: [id] }, { operator: open, output }) => {
    const operator = await open()
    const { answers, capture } = await operator.handlers['captures:get']({ id: await captureNamed(id, operator) })
    const zone = await ownersZone(operator)
    output.answer({ ...captureDocument(capture), answers: answers.map(captureAnswerDocument) }, () => captureWords(capture, answers, zone))
  },
}
