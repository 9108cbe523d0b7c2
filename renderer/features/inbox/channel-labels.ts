import type { ChannelName } from '../../../shared/model/channel-name.ts'

export const channelLabels: Readonly<Record<ChannelName, string>> = {
  native: 'This computer',
  telegram: 'Telegram',
  email: 'Email',
  push: 'Phone',
  webhook: 'Webhook',
  journal: 'Journal',
}
