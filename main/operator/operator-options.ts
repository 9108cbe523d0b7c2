import type { OwnersSecretStore } from '../adapters/keychain/secret-store.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import type { TimeZone } from '../domain/local-day.ts'
import type { CaptureAdviser } from '../ports/capture-adviser.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Logger } from '../ports/logger.ts'
import type { ResourceMeter } from '../ports/machine-resources.ts'
import type { Writer } from '../store/database.ts'
import type { Channels } from './channel-set.ts'
import type { ConfigurationKeeper } from './configuration-keeper.ts'
import type { Listening } from './listen-to-telegram.ts'
import type { DataKeeper } from './data-keeper.ts'
import type { Alone } from './data-thread.ts'
import type { SourceSet } from './source-set.ts'

/** What the operator is put together from. */
export type OperatorOptions = {
  readonly db: Writer
  readonly dataFolder: string
  readonly keeper: ConfigurationKeeper
  /** What the configuration says of channels, opened. */
  readonly openChannels: () => Promise<Channels>
  /** Channels that only another host has. */
  readonly elsewhere: ReadonlySet<ChannelName>
  /** The owner's messages from afar. */
  readonly listening: Listening
  readonly sources: SourceSet
  readonly secrets: OwnersSecretStore
  /** The care for the data as a whole; `alone` keeps everybody else away from the database meanwhile. */
  readonly openData: (alone: Alone) => DataKeeper
  readonly resources: ResourceMeter
  /** A second opinion on captures. */
  readonly adviser: CaptureAdviser
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  readonly host: 'desktop' | 'headless'
  readonly pid: number
  readonly version: string
  readonly systemZone: TimeZone
  /** From the command line; stands above the configuration. */
  readonly dryRun: boolean
}
