import { join } from 'node:path'
import { app } from 'electron'
import type { Channel, Logger } from '../operator/host.ts'
import type { Operator } from '../operator/operator.ts'
import { declareAppOrigin } from './app-protocol.ts'
import { recordCrash } from '../operator/crash-record.ts'
import { guardContents } from './guard.ts'
import { withShortcutPortal } from './shortcut-portal.ts'
import { keepChromiumSmall } from './small-chromium.ts'

export type DesktopOptions = {
  readonly dataFolder: string
  readonly logger: Logger & { readonly redact: (text: string) => string; close(): Promise<void> }
  /** Started by the system at login: no window. */
  readonly isHidden: boolean
  /** Called once the tray stands, so that the core's weight does not delay the icon. */
  readonly openOperator: (native: Channel, version: string) => Promise<Operator>
  /** The same pages for a browser on this machine, off until the settings say otherwise. `pages` is the folder of the built ones. */
  readonly serveHttp: (operator: Operator, pages: string) => HttpService
}

export type HttpSettings = { readonly enabled: boolean; readonly port: number }

export type HttpService = {
  /** Serves, stops or moves as the settings say; rejects where the port cannot be had. */
  apply(settings: HttpSettings): Promise<void>
  isServing(): boolean
  /** A link that signs one browser in, once; null while nothing is served. */
  oneTimeLink(): string | null
  close(): Promise<void>
}

/** Starts the desktop application, or hands over to the one that runs already for this data folder. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  // Chromium's own files and the single-instance lock go with the data: two data folders are two operators.
  app.setPath('userData', join(options.dataFolder, 'desktop'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  recordCrashes(options.dataFolder, options.logger.redact)
  keepChromiumSmall(app.commandLine)
  const origin = declareAppOrigin()
  if (process.platform === 'linux') {
    app.commandLine.appendSwitch('enable-features', withShortcutPortal(app.commandLine.getSwitchValue('enable-features')))
  }
  guardContents(app, origin)
  if (process.platform === 'win32') app.setAppUserModelId('dev.thanos.operator')
  // Windows come and go; the operator stays.
  app.on('window-all-closed', () => undefined)
  const runDesktop = import('./run-desktop.ts')
  await app.whenReady()
  app.dock?.hide()
  await (await runDesktop).runDesktop({ ...options, origin })
}

/** The state of a process after an unforeseen error is unknown: it is written down and ends, and whoever started it may start it again. */
function recordCrashes(dataFolder: string, redact: (text: string) => string): void {
  const end = (kind: string) => (error: unknown) => {
    recordCrash(dataFolder, error, { version: app.getVersion(), kind, at: new Date(), redact })
    process.stderr.write(redact(`Thanos Operator ended: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`))
    app.exit(1)
  }
  process.on('uncaughtException', end('uncaughtException'))
  process.on('unhandledRejection', end('unhandledRejection'))
}
