import { createJournalChannel } from '../adapters/journal-channel/journal-channel.ts'
import type { Configuration } from '../config/schema.ts'
import { resolveReference } from '../config/secret-reference.ts'
import { channelNames, type ChannelName } from '../domain/channel-name.ts'
import type { NewJournalEntry } from '../domain/journal-entry.ts'
import type { Channel } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { SecretStore } from '../ports/secret-store.ts'

export type ChannelTools = {
  readonly configuration: Configuration['channels']
  readonly secrets: Pick<SecretStore, 'get'>
  readonly clock: Clock
  /** Answers the entry's id. */
  readonly appendJournal: (entry: NewJournalEntry) => number
  /** The host's own notifications; null where there is no desktop. */
  readonly native: Channel | null
}

/**
 * Null where the channel is off or something it needs is not set; what is queued for it then goes the way of a channel that failed. One
 * that is off asks for no secret: a keychain is not opened for nothing.
 */
type ChannelFactory = (tools: ChannelTools) => Promise<Channel | null>

/** Every way out: one that is missing here does not compile. The code of each is loaded once it is set up. */
const channelFactories: Readonly<Record<ChannelName, ChannelFactory>> = {
  native: async ({ configuration, native }) => (configuration.native.enabled ? native : null),

  async telegram({ configuration: { telegram }, secrets }) {
    if (!telegram.enabled) return null
    const [token, chatId] = await Promise.all([resolveReference(telegram.token, secrets), resolveReference(telegram.chat_id, secrets)])
    if (token === null || chatId === null) return null
    const { createTelegramChannel } = await import('../adapters/telegram/telegram-channel.ts')
    return createTelegramChannel({ token, chatId, apiRoot: telegram.api_root })
  },

  async email({ configuration: { email }, secrets }) {
    if (!email.enabled) return null
    const resolve = (text: string | null) => resolveReference(text, secrets)
    const [host, from, user, password] = await Promise.all([email.host, email.from, email.user, email.password].map(resolve))
    const to = (await Promise.all(email.to.map(resolve))).filter((address) => address !== null)
    if (!host || !from || to.length === 0) return null
    const { createEmailChannel } = await import('../adapters/email/email-channel.ts')
    return createEmailChannel({ host, from, to, port: email.port, secure: email.secure, user: user ?? null, password: password ?? null })
  },

  async push({ configuration: { push }, secrets, clock }) {
    if (!push.enabled) return null
    const [topic, token] = await Promise.all([resolveReference(push.topic, secrets), resolveReference(push.token, secrets)])
    if (topic === null) return null
    const { createPushChannel } = await import('../adapters/push/push-channel.ts')
    return createPushChannel({ url: push.url, topic, token }, clock)
  },

  async webhook({ configuration: { webhook }, secrets, clock }) {
    if (!webhook.enabled) return null
    const [url, secret] = await Promise.all([resolveReference(webhook.url, secrets), resolveReference(webhook.secret, secrets)])
    if (url === null) return null
    const { createWebhookChannel } = await import('../adapters/webhook/webhook-channel.ts')
    return createWebhookChannel({ url, secret }, clock)
  },

  journal: async ({ appendJournal, clock }) => createJournalChannel(appendJournal, clock),
}

/** The channels that are set up now. Libraries are loaded when the first message goes out, not here. */
export async function openChannels(tools: ChannelTools): Promise<ReadonlyMap<ChannelName, Channel>> {
  const opened = await Promise.all(channelNames.map((name) => channelFactories[name](tools)))
  return new Map(opened.filter((channel) => channel !== null).map((channel) => [channel.name, channel]))
}
