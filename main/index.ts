import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createOperatorLog } from './adapters/log/operator-log.ts'
import { createSystemClock } from './adapters/system/system-clock.ts'
import { operatorPaths } from './config/paths.ts'
import { startDesktop } from './electron/start-desktop.ts'
import { createHttpSwitch } from './headless/http/http-switch.ts'

/** The desktop host. Not strict: Chromium's own switches come in the same list. */
const { values } = parseArgs({
  strict: false,
  options: {
    config: { type: 'string' },
    data: { type: 'string' },
    now: { type: 'string' },
    'dry-run': { type: 'boolean' },
    hidden: { type: 'boolean' },
  },
})
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const { configFile, dataFolder } = operatorPaths(
  { platform: process.platform, home: homedir(), folder: process.cwd(), environment: process.env },
  { config: text(values['config']), data: text(values['data']) },
)
// As on the command line, except that time goes on from there: a window in which nothing ever passes shows nothing.
const startAt = Date.parse(text(values['now']) ?? '')
const clock = createSystemClock(Number.isNaN(startAt) ? {} : { startAt })
// What is said before the configuration is read is written as its defaults have it.
const logger = createOperatorLog({
  folder: join(dataFolder, 'logs'),
  level: 'INFO',
  maxBytes: 10_485_760,
  backupCount: 5,
  consoleLevel: 'WARNING',
  clock,
  writeConsole: (line) => process.stderr.write(`${line}\n`),
})

// Not awaited here: Electron becomes ready only once this module has run to its end.
void startDesktop({
  dataFolder,
  logger,
  isHidden: values['hidden'] === true,
  openOperator: async (native, version) => {
    const { openOperator } = await import('./operator/open-operator.ts')
    const systemZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const dryRun = values['dry-run'] === true
    const dataWorker = join(import.meta.dirname, `data-worker${extname(import.meta.filename)}`)
    const machine = { platform: process.platform, home: homedir(), environment: process.env, pid: process.pid, systemZone }
    const openBrowser = async (url: URL) => {
      const system = await import('./adapters/system/open-browser.ts')
      await system.openBrowser(url, process.platform)
    }
    return openOperator({
      ...machine,
      dataWorker,
      openBrowser,
      host: 'desktop',
      configFile,
      dataFolder,
      clock,
      logger,
      configured: ({ logging }) =>
        logger.configure({ level: logging.level, maxBytes: logging.max_bytes, backupCount: logging.backup_count }),
      version,
      dryRun,
      native,
    })
  },
  serveHttp: (operator, pages) =>
    createHttpSwitch(async (port) => {
      const { startHttpServer } = await import('./headless/http/http-server.ts')
      return startHttpServer({ operator, dataFolder, pages, port, now: () => clock.now(), logger })
    }),
})
