/** Ways out, in the order in which the window lists them. */
export const channelNames = ['native', 'telegram', 'email', 'push', 'webhook', 'journal'] as const

export type ChannelName = (typeof channelNames)[number]
