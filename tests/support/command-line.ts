import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The built command line. `npm test` builds it; alone: `npm run build`. */
const cli = resolve('out/main/cli.js')

export type Answer = { readonly code: number | null; readonly out: string; readonly err: string }

export type CommandLineHome = {
  readonly folder: string
  readonly configFile: string
  readonly dataFolder: string
  readonly configure: (yaml: string) => void
  /** A file beside the data; its path. */
  readonly file: (name: string, text: string) => string
  /** Runs the built program to its end, in the zone America/Chicago, with nothing of this machine's environment but PATH. */
  readonly thanos: (...args: readonly string[]) => Answer
  /** The same with a text on its standard input. */
  readonly thanosReading: (input: string, ...args: readonly string[]) => Answer
  /** The JSON document it printed. */
  readonly json: (...args: readonly string[]) => unknown
  readonly start: (...args: readonly string[]) => ChildProcess
  readonly remove: () => void
}

/** A folder with a configuration file and a data folder of its own. */
export function commandLineHome(): CommandLineHome {
  const folder = mkdtempSync(join(tmpdir(), 'thanos-cli-'))
  const configFile = join(folder, 'operator.yaml')
  const dataFolder = join(folder, 'data')
  const places = ['--config', configFile, '--data', dataFolder]
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, TZ: 'America/Chicago', LANG: 'en_US.UTF-8' }
  const thanosReading = (input: string, ...args: readonly string[]): Answer => {
    // What follows -- is no option any more.
    const { status, stderr, stdout } = spawnSync(process.execPath, [cli, ...places, ...args], {
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: environment,
      cwd: folder,
      timeout: 60_000,
    })
    return { code: status, out: stdout, err: stderr }
  }
  const thanos = (...args: readonly string[]) => thanosReading('', ...args)
  return {
    folder,
    configFile,
    dataFolder,
    configure: (yaml) => writeFileSync(configFile, yaml),
    file: (name, text) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    thanos,
    thanosReading,
    json: (...args) => {
      const answer = thanos(...args, '--json')
      if (answer.code !== 0) throw new Error(`thanos ${args.join(' ')} ended with ${answer.code}: ${answer.err}`)
      return JSON.parse(answer.out)
    },
    start: (...args) =>
      spawn(process.execPath, [cli, ...args, ...places], { env: environment, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
