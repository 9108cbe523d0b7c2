import type { Command } from '../command.ts'
import { sizeWords } from '../words/data-words.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['vacuum'],
  run: async (_, { operator: open, output }) => {
    const { bytesAfter, bytesBefore } = await (await open()).data.vacuum()
    output.answer({ bytes_before: bytesBefore, bytes: bytesAfter }, () => `${sizeWords(bytesBefore)} before, ${sizeWords(bytesAfter)} now.`)
  },
}
