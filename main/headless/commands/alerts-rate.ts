import type { Command } from '../command.ts'
import { alertDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'
import { UsageError } from '../usage-error.ts'

const ratings = ['useful', 'wrong', 'known'] as const

export const command: Command = {
  arguments: [
    { name: 'ALERT', help: 'its key or id' },
    { name: 'RATING', help: 'useful, wrong or known; none takes it back' },
  ],
  options: {},
  examples: ['alerts rate health:readiness:2026-01-20 useful'],
  run: async ({ words: [id = '', wanted = ''] }, { operator: open, output }) => {
    const rating = ratings.find((each) => each === wanted.toLowerCase()) ?? null
    if (rating === null && wanted.toLowerCase() !== 'none')
      throw new UsageError(`${wanted} is no rating. Write useful, wrong, known or none.`)
    const { handlers } = await open()
    const { alerts } = await handlers['alerts:rate']({ id, rating })
    output.answer({ alerts: alerts.map(alertDocument) }, () =>
      alerts.map(({ title }) => `Rated ${rating ?? 'not at all'}: ${terminalText(title)}`).join('\n'),
    )
  },
}
