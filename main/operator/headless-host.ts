import { createOperatorLog } from '../adapters/log/operator-log.ts'
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { systemZone } from '../adapters/system/system-zone.ts'
import { loadConfiguration } from '../config/load.ts'
import { operatorPaths, type GivenPaths, type Machine, type OperatorPaths } from '../config/paths.ts'
import { formatProblem } from '../config/problem.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { recordCrash } from './crash-record.ts'
import type { Logger } from '../ports/logger.ts'
import type { Operator } from './operator.ts'

/** What the process is and where it runs. */
export type HeadlessMachine = Machine & {
  readonly version: string
  readonly pid: number
  /** This program, as the system can start it again: the Node that runs it and its script. */
  readonly node: string
  readonly script: string
  /** The folder of the built pages. */
  readonly pages: string
  /** The built entry of the thread for lengthy work, main/data-worker.ts. */
  readonly dataWorker: string
  readonly writeError: (line: string) => void
}

type OpenRequest = {
  readonly places: OperatorPaths
  readonly frozenAt: number | null
  readonly dryRun: boolean
  readonly isVerbose: boolean
  readonly isBrief: boolean
}

type Opened = {
  readonly operator: Operator
  readonly logger: Logger
  readonly http: () => { readonly enabled: boolean; readonly port: number }
  readonly close: () => Promise<void>
}

/** Puts together what the command line needs below the operator's handlers: places, the log, the clock of --now, the configuration file. */
export function createHeadlessHost(machine: HeadlessMachine) {
  const load = ({ configFile, dataFolder }: OperatorPaths) =>
    loadConfiguration({ file: configFile, cacheFolder: dataFolder, program: machine.version })
  const loaded = async (places: OperatorPaths) => {
    const result = await load(places)
    if (!result.ok) throw new OperatorError('configuration_invalid', result.problems.map(formatProblem).join('\n'))
    return result
  }
  // Knows the secrets that were read, once a log is open.
  let redact = (text: string): string => text
  return {
    version: machine.version,
    pages: machine.pages,
    now: () => Date.now(),
    places: (given: GivenPaths) => operatorPaths(machine, given),

    async open({ places, dryRun, frozenAt, isBrief, isVerbose }: OpenRequest): Promise<Opened> {
      const { configuration, warnings } = await loaded(places)
      const clock = createSystemClock(frozenAt === null ? {} : { startAt: frozenAt, frozen: true })
      let { http } = configuration
      const settingsOf = ({ backup_count, level, max_bytes }: typeof configuration.logging) => ({
        // The answer of a command that ends by itself says what it did; loading the log's library would take as long as the command.
        level: isBrief && !isVerbose && level !== 'ERROR' && level !== 'CRITICAL' ? ('WARNING' as const) : level,
        maxBytes: max_bytes,
        backupCount: backup_count,
      })
      const logger = createOperatorLog({
        ...settingsOf(configuration.logging),
        folder: `${places.dataFolder}/logs`,
        consoleLevel: isVerbose ? 'INFO' : null,
        clock: createSystemClock(),
        writeConsole: machine.writeError,
      })
      redact = (text) => logger.redact(text)
      if (!isBrief) for (const warning of warnings) logger.warning('configuration_advice', { advice: warning })
      const { openOperator } = await import('./open-operator.ts')
      const operator = await openOperator({
        ...places,
        host: 'headless',
        clock,
        logger,
        configured: (next) => {
          http = next.http
          logger.configure(settingsOf(next.logging))
        },
        dryRun,
        version: machine.version,
        pid: machine.pid,
        dataWorker: machine.dataWorker,
        systemZone: systemZone(machine.environment),
        platform: machine.platform,
        home: machine.home,
        environment: machine.environment,
        openBrowser: async (url) => {
          // On a server, or over SSH, it is another browser that has to open it.
          machine.writeError(`Open this page in your browser: ${url.href}`)
          const { openBrowser } = await import('../adapters/system/open-browser.ts')
          await openBrowser(url, machine.platform)
        },
        native: null,
      })
      const close = async () => {
        await operator.stop()
        await logger.close()
      }
      return { operator, logger, http: () => http, close }
    },

    /** From now on what nobody foresaw ends the process with a record of it, for the system to start it again. */
    recordCrashes({ dataFolder }: OperatorPaths) {
      const end = (kind: string) => (error: unknown) => {
        const file = recordCrash(dataFolder, error, { version: machine.version, kind, at: new Date(), redact })
        const reason = redact(error instanceof Error ? error.message : String(error))
        machine.writeError(
          `The operator crashed: ${reason}. ${file === null ? '' : `What is known of it is in ${file}. `}Please report it.`,
        )
        process.exit(1)
      }
      process.on('uncaughtException', end('uncaught exception'))
      process.on('unhandledRejection', end('unhandled rejection'))
    },

    async service({ configFile, dataFolder }: OperatorPaths) {
      const { serviceManager } = await import('../adapters/service/service-manager.ts')
      const command = { node: machine.node, script: machine.script, configFile, dataFolder }
      return serviceManager(command, machine)
    },

    async classifier(places: OperatorPaths, now: number) {
      const { configuration } = await loaded(places)
      const { offlineClassifier } = await import('./captures/offline-classifier.ts')
      return offlineClassifier(configuration, systemZone(machine.environment), now)
    },

    configuration: {
      async show(places: OperatorPaths) {
        const { configuration } = await loaded(places)
        const { configurationText } = await import('../config/value-text.ts')
        return { values: configuration, text: configurationText(configuration) }
      },
      async check(places: OperatorPaths) {
        const result = await load(places)
        return result.ok ? { problems: [], warnings: result.warnings } : { problems: result.problems.map(formatProblem), warnings: [] }
      },
      port: async (places: OperatorPaths) => (await loaded(places)).configuration.http.port,
      async set(places: OperatorPaths, path: string, text: string): Promise<unknown> {
        // Makes the file where there is none yet.
        await load(places)
        const { readValue } = await import('../config/value-text.ts')
        const { writeSetting } = await import('../config/write.ts')
        const written = writeSetting(places.configFile, path, readValue(text))
        return path
          .split('.')
          .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), written)
      },
    },
  }
}
