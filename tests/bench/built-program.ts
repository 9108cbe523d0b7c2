import { resolve } from 'node:path'

/** The command line as it is shipped. */
export const builtProgram = resolve('out/main/cli.js')

/** Nothing of this machine's owner: no secrets, no desktop session. */
export function ownEnvironment(home: string): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? '', HOME: home, TZ: process.env['TZ'] ?? 'UTC' }
}
