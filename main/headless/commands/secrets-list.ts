import type { Command } from '../command.ts'
import { table } from '../table.ts'

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['secrets list', 'secrets list --json'],
  run: async (_, { operator: open, output }) => {
    const { handlers } = await open()
    const found = await handlers['secrets:list']({})
    const where = found.store.ok ? `Secrets are kept in the ${found.store.place}.` : found.store.reason
    output.answer(
      found,
      () =>
        `${table(
          ['name', 'where', 'for'],
          found.secrets.map(({ name, place, purpose }) => [name, place === 'none' ? '–' : place, purpose]),
        )}\n\n${where}`,
    )
  },
}
