import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runCommandLine } from '../../main/headless/run-command-line.ts'
import { createHeadlessHost } from '../../main/operator/headless-host.ts'
import { dataWorker } from './test-operator-process.ts'

export type Said = { readonly where: string; readonly text: string }

export type RunOptions = {
  readonly input?: string
  /** For a command that lasts: what happens while it runs. */
  readonly meanwhile?: () => Promise<void>
}

/** The headless program within this process: its own host, log, sources and channels, with everything it says kept. */
export class HeadlessInProcess {
  readonly said: Said[] = []
  readonly configFile: string
  readonly dataFolder: string
  readonly #environment: Readonly<Record<string, string>>
  readonly #folder: string
  readonly #pages: string

  constructor(folder: string, pages: string, environment: Readonly<Record<string, string>>) {
    this.#folder = folder
    this.#pages = pages
    this.#environment = environment
    this.configFile = join(folder, 'operator.yaml')
    this.dataFolder = join(folder, 'data')
  }

  /** Everything that was written to the console, by streams and by the log. */
  get console(): string {
    return this.said.map(({ text }) => text).join('')
  }

  async run(args: readonly string[], { input = '', meanwhile = async () => {} }: RunOptions = {}): Promise<{ code: number; out: string }> {
    const where = `thanos ${args.join(' ')}`
    let out = ''
    let fault: unknown = null
    const say = (text: string) => void this.said.push({ where, text })
    const host = createHeadlessHost({
      platform: 'linux',
      home: this.#folder,
      folder: this.#folder,
      environment: { TZ: 'America/Chicago', ...this.#environment },
      version: '0.0.0-test',
      pid: process.pid,
      node: process.execPath,
      script: resolve('main/cli.ts'),
      pages: this.#pages,
      dataWorker,
      writeError: (line) => say(`${line}\n`),
    })
    const code = await runCommandLine(['--config', this.configFile, '--data', this.dataFolder, ...args], {
      // Its crash handlers are the whole process's, and this one belongs to the tests.
      host: { ...host, recordCrashes: () => {} },
      streams: {
        out: (text) => {
          out += text
          say(text)
        },
        err: say,
      },
      read: async (file) => (file === '-' ? input : readFileSync(file, 'utf8')),
      readHidden: null,
      readLines: async function* () {
        yield* input.split('\n')
      },
      untilStopped: () => meanwhile().catch((error: unknown) => void (fault = error)),
    })
    // The test's own, not the program's.
    if (fault !== null) throw fault
    return { code, out }
  }
}
