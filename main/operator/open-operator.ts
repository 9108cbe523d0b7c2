import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createMachineConnectivity } from '../adapters/connectivity/machine-connectivity.ts'
import { createSecretStore } from '../adapters/keychain/secret-store.ts'
import { secretsFile } from '../adapters/keychain/secrets-file.ts'
import { createResourceMeter } from '../adapters/system/resource-meter.ts'
import { createSystemIds } from '../adapters/system/system-ids.ts'
import { loadConfiguration } from '../config/load.ts'
import type { Configuration } from '../config/schema.ts'
import { resolveSettings } from '../config/resolve.ts'
import { expandHome } from '../config/paths.ts'
import { formatProblem } from '../config/problem.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Channel } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { RedactingLogger } from '../ports/logger.ts'
import { appendJournal } from '../store/journal.ts'
import { createSourceMemory } from '../store/source-states.ts'
import { openChannels } from './channels.ts'
import { lazyAdviser } from './captures/lazy-adviser.ts'
import { createConfigurationKeeper } from './configuration-keeper.ts'
import { createOperator } from './create-operator.ts'
import { createListening } from './listen-to-telegram.ts'
import { createDataKeeper } from './data-keeper.ts'
import { createDataThread } from './data-thread.ts'
import { databaseName, openSound } from './open-sound.ts'
import type { Operator } from './operator.ts'
import { createSources } from './sources/create-sources.ts'

/** What a host says of itself. */
export type OpenOptions = {
  readonly host: 'desktop' | 'headless'
  readonly configFile: string
  readonly dataFolder: string
  /** The built entry of the thread for lengthy work, main/data-worker.ts. */
  readonly dataWorker: string
  readonly clock: Clock
  readonly logger: RedactingLogger
  /** Told the configuration in force, at the start and whenever it is another: the log and the HTTP server are the host's. */
  readonly configured: (configuration: Configuration) => void
  readonly version: string
  readonly pid: number
  readonly systemZone: string
  readonly platform: NodeJS.Platform
  /** The owner's home folder. */
  readonly home: string
  /** Secrets that are in no keychain may be here; never written. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** From the command line; stands above the configuration. */
  readonly dryRun: boolean
  /** Shows a page to the owner, in the system's browser where there is one. */
  readonly openBrowser: (url: URL) => Promise<void>
  /** The desktop's own notifications; null where there is no desktop. */
  readonly native: Channel | null
}

/** Opens the data folder and its configuration, and puts the operator together. Throws OperatorError; the host turns its code into a message. */
export async function openOperator(options: OpenOptions): Promise<Operator> {
  const { clock, dataFolder, configFile: file } = options
  const load = (make: boolean) => loadConfiguration({ file, cacheFolder: dataFolder, program: options.version, make })
  const loaded = await load(true)
  if (!loaded.ok) {
    throw new OperatorError('configuration_invalid', loaded.problems.map(formatProblem).join('\n'))
  }
  const { backup } = loaded.configuration
  options.configured(loaded.configuration)
  const backupFolder = backup.folder === null ? join(dataFolder, 'backups') : expandHome(backup.folder, options.home)
  const thread = createDataThread({ script: options.dataWorker, path: join(dataFolder, databaseName) })
  const { db, repair } = await openSound({ thread, dataFolder, backupFolder, pid: options.pid, host: options.host, now: clock.now() })
  if (repair !== null) options.logger.error('database_repaired', { summary: repair.summary })
  const keeper = createConfigurationKeeper({ file, first: loaded.configuration, load: () => load(false), clock })
  keeper.onChange(() => options.configured(keeper.current()))
  const ids = createSystemIds(() => clock.now())
  const { environment, home, platform, systemZone } = options
  const secrets = createSecretStore({
    // keytar loads a library of the system's: with the first secret that is wanted, not before.
    openKeychain: async () => (await import('../adapters/keychain/keychain.ts')).openKeychain(clock, environment, platform),
    file: secretsFile(join(dataFolder, 'secrets.json')),
    learned: (value) => options.logger.addSecret(value),
    environment,
  })
  const sources = createSources({
    db,
    dataFolder,
    secrets,
    clock,
    ids,
    memory: createSourceMemory(db),
    connectivity: createMachineConnectivity(),
    logger: options.logger,
    configuration: () => keeper.current(),
    zone: () => resolveSettings(keeper.current(), systemZone).zone,
    expandHome: (path) => expandHome(path, home),
    exists: existsSync,
    journal: (entry) => appendJournal(db, [entry]),
    openBrowser: options.openBrowser,
  })
  return createOperator({
    db,
    dataFolder,
    keeper,
    clock,
    openChannels: () =>
      openChannels({
        configuration: keeper.current().channels,
        secrets,
        clock,
        appendJournal: (entry) => appendJournal(db, [entry]),
        native: options.native,
      }),
    openData: (alone) =>
      createDataKeeper({
        db,
        thread,
        alone,
        repair,
        clock,
        logger: options.logger,
        archiveFolder: join(dataFolder, 'archive'),
        settings: () => ({ ...keeper.current().backup, folder: backupFolder }),
        secrets,
      }),
    resources: createResourceMeter(dataFolder),
    adviser: lazyAdviser(async () => {
      const { createClaudeAdviser } = await import('./captures/claude-adviser.ts')
      return createClaudeAdviser({
        db,
        clock,
        secrets,
        configuration: () => keeper.current(),
        zone: () => resolveSettings(keeper.current(), systemZone).zone,
        random: () => ids.random(),
      })
    }),
    elsewhere: new Set(options.host === 'headless' && options.native === null ? ['native'] : []),
    listening: createListening({ db, secrets, clock, logger: options.logger, configuration: () => keeper.current().channels.telegram }),
    sources,
    secrets,
    ids,
    logger: options.logger,
    host: options.host,
    pid: options.pid,
    version: options.version,
    systemZone,
    dryRun: options.dryRun,
  })
}
