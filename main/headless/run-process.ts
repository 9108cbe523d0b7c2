import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { hiddenLine } from './hidden-line.ts'
import { linesOf } from './lines-of.ts'
import { runCommandLine } from './run-command-line.ts'
import { UsageError } from './usage-error.ts'
import { createHeadlessHost } from '../operator/headless-host.ts'

async function read(file: string): Promise<string> {
  // Loaded when something is piped in, which is seldom.
  if (file === '-') return (await import('node:stream/consumers')).text(process.stdin)
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read. Name a file that exists and that you may read, or - for standard input.`, {
      cause: error,
    })
  }
}

function untilStopped(reload: () => void): Promise<void> {
  process.on('SIGHUP', reload)
  return new Promise((resolve) => {
    // Keeps the process alive where nothing else does.
    const alive = setInterval(() => {}, 2 ** 30)
    const stop = () => {
      clearInterval(alive)
      resolve()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}

type Program = {
  /** The folder of the built pages. */
  readonly pages: string
  /** The built entry of the thread for lengthy work on the database. */
  readonly dataWorker: string
  readonly version: string
}

/** The headless process: its own streams, signals and places, given to the command line. */
export async function runProcess({ dataWorker, pages, version }: Program): Promise<void> {
  // A reader that has seen enough (`thanos journal list | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const exitCode = await runCommandLine(process.argv.slice(2), {
    host: createHeadlessHost({
      platform: process.platform,
      home: homedir(),
      folder: process.cwd(),
      environment: process.env,
      version,
      pid: process.pid,
      node: process.execPath,
      script: process.argv[1] ?? '',
      pages,
      dataWorker,
      writeError: (line) => process.stderr.write(`${line}\n`),
    }),
    streams: { out: (words) => process.stdout.write(words), err: (words) => process.stderr.write(words) },
    read,
    readLines: () => linesOf(process.stdin),
    readHidden: process.stdin.isTTY ? () => hiddenLine(process.stdin) : null,
    untilStopped,
  })
  // Once what was said is written; whatever still waits for something (a reader of standard input, a signal) has nothing to wait for any more.
  process.stdout.write('', () => process.exit(exitCode))
}
