import { channelNames, type ChannelName } from '../domain/channel-name.ts'
import type { Channel } from '../ports/channel.ts'
import type { RouteSettings } from '../domain/settings.ts'

export type Channels = ReadonlyMap<ChannelName, Channel>

export type ChannelSet = {
  readonly current: () => Promise<Channels>
  readonly close: () => Promise<void>
}

/**
 * The channels as the configuration has them, opened anew when it changes. One that is on but lacks something, a token say, is looked
 * for again each time: its secret may have been set meanwhile.
 */
export function createChannelSet(open: () => Promise<Channels>, configuration: () => object, routes: () => RouteSettings): ChannelSet {
  let opened: { readonly by: object; readonly channels: Channels } | null = null

  /** The host's own channel outlives a change: it is the same one before and after. */
  async function closeAll(channels: Channels, kept: Channels = new Map()): Promise<void> {
    for (const [name, channel] of channels) if (kept.get(name) !== channel) await channel.close?.()
  }

  return {
    async current() {
      const by = configuration()
      const isWhole = opened !== null && channelNames.every((name) => routes()[name] === null || opened?.channels.has(name))
      if (opened !== null && opened.by === by && isWhole) return opened.channels
      const before = opened
      opened = { by, channels: await open() }
      if (before !== null) await closeAll(before.channels, opened.channels)
      return opened.channels
    },
    async close() {
      if (opened !== null) await closeAll(opened.channels)
      opened = null
    },
  }
}
