import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'

const hiddenFlag = '--hidden'

/** Starts the application at login without a window, or no longer. Electron has no login item on Linux: an autostart entry stands in. */
export function setLaunchAtLogin(app: App, wanted: boolean): void {
  if (process.platform === 'linux') return setAutostart(autostartFile(process.env, app.getPath('home')), wanted, launchCommand(app))
  // A checkout would put Electron itself among the login items, and open its welcome page at the next login.
  if (!process.defaultApp) app.setLoginItemSettings({ openAtLogin: wanted, args: [hiddenFlag] })
}

export function autostartFile(environment: Readonly<Record<string, string | undefined>>, home: string): string {
  const configured = environment['XDG_CONFIG_HOME']
  const folder = configured !== undefined && configured.startsWith('/') ? configured : join(home, '.config')
  return join(folder, 'autostart', 'thanos-operator.desktop')
}

export function setAutostart(file: string, wanted: boolean, command: readonly string[]): void {
  if (!wanted) return rmSync(file, { force: true })
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, autostartEntry(command))
}

export function autostartEntry(command: readonly string[]): string {
  return `${[
    '[Desktop Entry]',
    'Type=Application',
    'Name=Thanos Operator',
    'Comment=Watches health, tasks and habits',
    `Exec=${command.map(quoteArgument).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`
}

/** The quoting of the Desktop Entry Specification: the string's own escapes over the argument's, and a percent sign doubled. */
function quoteArgument(argument: string): string {
  if (/^[\w@+=:,./-]+$/.test(argument)) return argument
  const escaped = argument.replace(/["`$\\]/g, (character) => `\\${character}`)
  return `"${escaped.replace(/\\/g, '\\\\').replace(/%/g, '%%')}"`
}

/** An AppImage is mounted somewhere else at each start: its own file is what to run. */
function launchCommand(app: App): string[] {
  const program = process.env['APPIMAGE'] ?? process.execPath
  return process.defaultApp ? [program, app.getAppPath(), hiddenFlag] : [program, hiddenFlag]
}
