import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [{ name: 'NAME', help: 'the name of the secret' }],
  options: {},
  examples: ['secrets delete OURA_ACCESS_TOKEN'],
  run: async ({ words: [name = ''] }, { operator: open, output }) => {
    const { handlers } = await open()
    const deleted = await handlers['secrets:delete']({ name })
    const still = deleted.secret.place === 'environment' ? ' It is set in the environment still.' : ''
    output.answer(deleted, () => `${deleted.wasKept ? `${name} is forgotten.` : `${name} was not kept here.`}${still}`)
  },
}
