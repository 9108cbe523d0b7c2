import { channelNames } from '../../../shared/model/channel-name.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  arguments: [{ name: 'NAME', help: channelNames.join(', ') }],
  options: {},
  examples: ['channel test telegram'],
  run: async ({ words: [name = ''] }, { operator: open, output }) => {
    const channel = channelNames.find((each) => each === name.toLowerCase())
    if (channel === undefined) throw new UsageError(`There is no channel ${name}. There are ${channelNames.join(', ')}.`)
    const { handlers } = await open()
    const { outcome, reason } = await handlers['channels:test']({ channel })
    output.answer({ channel, outcome, reason }, () =>
      outcome === 'delivered' ? `Sent: ${channel} took the test message.` : `Not sent: ${reason}`,
    )
    return outcome === 'delivered' ? 0 : 1
  },
}
