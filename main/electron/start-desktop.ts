import { join } from 'node:path'
import { app } from 'electron'
import type { Channel, Logger } from '../operator/host.ts'
import { declareAppOrigin } from './app-protocol.ts'
import { recordCrash } from './crash-record.ts'
import type { DesktopOperator } from './desktop-operator.ts'
import { guardContents } from './guard.ts'
import { hiddenFlag } from './login-item.ts'

export type DesktopOptions = {
  readonly dataFolder: string
  /** Makes the operator; called once the tray stands, so that its weight does not delay the icon. */
  readonly loadOperator: (native: Channel) => Promise<{ readonly operator: DesktopOperator; readonly logger: Logger }>
}

/** Starts the desktop application, or hands over to the one that runs already for this data folder. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  // Chromium's own files and the single-instance lock go with the data: two data folders are two operators.
  app.setPath('userData', join(options.dataFolder, 'desktop'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  recordCrashes(options.dataFolder)
  const origin = declareAppOrigin()
  guardContents(app, origin)
  if (process.platform === 'win32') app.setAppUserModelId('dev.thanos.operator')
  // Windows come and go; the operator stays.
  app.on('window-all-closed', () => undefined)
  await app.whenReady()
  app.dock?.hide()
  const { runDesktop } = await import('./run-desktop.ts')
  await runDesktop({ ...options, origin, startHidden: process.argv.includes(hiddenFlag) || app.getLoginItemSettings().wasOpenedAtLogin })
}

/** The state of a process after an unforeseen error is unknown: it is written down and ends, and whoever started it may start it again. */
function recordCrashes(dataFolder: string): void {
  const end = (kind: string) => (error: unknown) => {
    recordCrash(dataFolder, error, { version: app.getVersion(), kind, at: new Date() })
    process.stderr.write(`Thanos Operator ended: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    app.exit(1)
  }
  process.on('uncaughtException', end('uncaughtException'))
  process.on('unhandledRejection', end('unhandledRejection'))
}
