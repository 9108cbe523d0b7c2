import { posix, win32 } from 'node:path'

export type Machine = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Given on the command line; they win over the environment and the platform's places. */
export type GivenPaths = { readonly config?: string | undefined; readonly data?: string | undefined }

export type OperatorPaths = { readonly configFile: string; readonly dataFolder: string }

const application = 'thanos-operator'

/** `~` and `~/…` become the owner's home; other users' homes (`~name`) are left alone. */
export function expandHome(path: string, home: string): string {
  return path === '~' || path.startsWith('~/') || path.startsWith('~\\') ? home + path.slice(1) : path
}

function absoluteOr(otherwise: string, path: string | undefined): string {
  return path?.startsWith('/') === true ? path : otherwise
}

/** Where the platform keeps an application's configuration and data. A relative XDG folder is ignored, as its specification asks. */
function platformFolders(machine: Machine): { readonly config: string; readonly data: string } {
  const { environment, home, platform } = machine
  if (platform === 'darwin') {
    const folder = posix.join(home, 'Library', 'Application Support', application)
    return { config: folder, data: folder }
  }
  if (platform === 'win32') {
    return {
      config: win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), application),
      data: win32.join(environment['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), application),
    }
  }
  return {
    config: posix.join(absoluteOr(posix.join(home, '.config'), environment['XDG_CONFIG_HOME']), application),
    data: posix.join(absoluteOr(posix.join(home, '.local', 'share'), environment['XDG_DATA_HOME']), application),
  }
}

/** The configuration file and the data folder: as given, else THANOS_CONFIG and THANOS_DATA, else the platform's own places. */
export function operatorPaths(machine: Machine, given: GivenPaths = {}): OperatorPaths {
  const path = machine.platform === 'win32' ? win32 : posix
  const folders = platformFolders(machine)
  // An empty variable is an unset one, as shells have it.
  const config = given.config ?? (machine.environment['THANOS_CONFIG'] || path.join(folders.config, 'operator.yaml'))
  const data = given.data ?? (machine.environment['THANOS_DATA'] || folders.data)
  const absolute = (given: string) => path.resolve(machine.folder, expandHome(given, machine.home))
  return { configFile: absolute(config), dataFolder: absolute(data) }
}
