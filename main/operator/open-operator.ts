import { join } from 'node:path'
import { createJournalChannel } from '../adapters/journal-channel/journal-channel.ts'
import { createSystemIds } from '../adapters/system/system-ids.ts'
import { loadConfiguration } from '../config/load.ts'
import { formatProblem } from '../config/problem.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Channel } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import { openDatabase } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import { createConfigurationKeeper } from './configuration-keeper.ts'
import { createOperator } from './create-operator.ts'
import type { Operator } from './operator.ts'
import { noSources } from './no-sources.ts'

/** What a host says of itself. */
export type OpenOptions = {
  readonly host: 'desktop' | 'headless'
  readonly configFile: string
  readonly dataFolder: string
  readonly clock: Clock
  readonly logger: Logger
  readonly version: string
  readonly pid: number
  readonly systemZone: string
  /** From the command line; stands above the configuration. */
  readonly dryRun: boolean
  /** The desktop's own notifications; null where there is no desktop. */
  readonly native: Channel | null
}

/** The database of a data folder. */
export const databaseName = 'operator.db'

/** Opens the data folder and its configuration, and puts the operator together. Throws OperatorError; the host turns its code into a message. */
export async function openOperator(options: OpenOptions): Promise<Operator> {
  const { clock, dataFolder, configFile: file } = options
  const load = () => loadConfiguration({ file, cacheFolder: dataFolder, program: options.version })
  const loaded = await load()
  if (!loaded.ok) {
    throw new OperatorError('configuration_invalid', loaded.problems.map(formatProblem).join('\n'))
  }
  const db = openDatabase(join(dataFolder, databaseName), { now: clock.now() })
  const keeper = createConfigurationKeeper({ file, first: loaded.configuration, load, clock })
  const journalChannel = createJournalChannel((entry) => appendJournal(db, [entry]), clock)
  return createOperator({
    db,
    dataFolder,
    keeper,
    clock,
    channels: () =>
      new Map<ChannelName, Channel>([
        ...(options.native === null ? [] : [['native', options.native] as const]),
        ['journal', journalChannel],
      ]),
    sources: noSources(() => keeper.current()),
    ids: createSystemIds(() => clock.now()),
    logger: options.logger,
    host: options.host,
    pid: options.pid,
    version: options.version,
    systemZone: options.systemZone,
    dryRun: options.dryRun,
  })
}
