import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import type { LogFields, Logger } from '../../ports/logger.ts'
import { isLevelAtLeast, type LogLevel } from './log-levels.ts'
import { createRedactor } from './redactor.ts'
import { rotate } from './rotate.ts'

export type LogOptions = {
  /** Made with mode 0700 when missing; the file in it is operator.log. */
  readonly folder: string
  readonly level: LogLevel
  readonly maxBytes: number
  /** Full files kept beside the current one. */
  readonly backupCount: number
  /** The least level that goes to the console as well; null for none. */
  readonly consoleLevel: LogLevel | null
  readonly clock: Pick<Clock, 'now'>
  /** Takes one line for the console. Standard error: standard output belongs to documents. */
  readonly writeConsole: (line: string) => void
}

/** What the configuration says of the log, and may say anew while it is written. */
export type LogSettings = Pick<LogOptions, 'level' | 'maxBytes' | 'backupCount'>

export type OperatorLog = Logger & {
  /** From the next line on. */
  configure(settings: LogSettings): void
  critical(event: string, fields?: LogFields): void
  /** A text for elsewhere (a record of a crash) without the secrets that are known or look like some. */
  readonly redact: (text: string) => string
  /** The value appears in no line from now on. */
  addSecret(value: string): void
  /** What is on its way is written; afterwards nothing is logged. */
  close(): Promise<void>
}

/** Where it goes is settled when it is said: the settings may be others by the time it is written. */
type Line = { readonly level: LogLevel; readonly date: Date; readonly text: string; readonly inFile: boolean; readonly onConsole: boolean }

/** electron-log knows five levels by other names, and nothing above error. */
const libraryLevel = { DEBUG: 'debug', INFO: 'info', WARNING: 'warn', ERROR: 'error', CRITICAL: 'error' } as const satisfies Record<
  LogLevel,
  string
>

/**
 * The log of the operator, over electron-log: a rotated file for its owner alone, and the console. The library takes 25 ms to load, as long as Node itself, so
 * it is loaded at the first line that is written; lines wait in order until then.
 */
export function createOperatorLog(options: LogOptions): OperatorLog {
  const redactor = createRedactor()
  let settings: LogSettings = options
  let waiting: Line[] | null = []
  let write = (line: Line): void => {
    waiting?.push(line)
  }
  let opening: Promise<void> | null = null

  const open = async () => {
    write = await openLibrary(options, () => settings)
    for (const line of waiting ?? []) write(line)
    waiting = null
  }
  const log = (level: LogLevel, event: string, fields: LogFields = {}) => {
    const inFile = isLevelAtLeast(level, settings.level)
    const onConsole = options.consoleLevel !== null && isLevelAtLeast(level, options.consoleLevel)
    if (!inFile && !onConsole) return
    const date = new Date(options.clock.now())
    write({ level, date, inFile, onConsole, text: `${date.toISOString()} ${level} ${redactor.line(event, fields)}` })
    opening ??= open()
  }
  return {
    debug: (event, fields) => log('DEBUG', event, fields),
    info: (event, fields) => log('INFO', event, fields),
    warning: (event, fields) => log('WARNING', event, fields),
    error: (event, fields) => log('ERROR', event, fields),
    critical: (event, fields) => log('CRITICAL', event, fields),
    configure: (wanted) => {
      settings = wanted
    },
    redact: (text) => redactor.text(text),
    addSecret: (value) => redactor.addSecret(value),
    close: async () => {
      await opening
      write = () => {}
    },
  }
}

async function openLibrary(options: LogOptions, settings: () => LogSettings): Promise<(line: Line) => void> {
  const { default: library } = await import('electron-log/node')
  const file = join(options.folder, 'operator.log')
  // Its own name, so that several logs in one process (tests) keep their own settings.
  const logger = library.create({ logId: file })
  let complained = false

  const toFile = logger.transports.file
  toFile.resolvePathFn = () => file
  toFile.level = 'silly'
  toFile.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  toFile.transforms = [({ data }) => data.map(String)]
  toFile.archiveLogFn = (old) => rotate(old.path, settings().backupCount)
  // Only the library's own trouble with the file comes to its console: said once, since every line would say it again.
  library.transports.console.writeFn = ({ message }) => {
    if (!complained) options.writeConsole(`The log cannot be written: ${message.data.map(String).join(' ')}`)
    complained = true
  }
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    // A file from before may have been made with wider rights.
    chmodSync(file, 0o600)
  } catch {
    // Not there yet, or not ours: the library says what it cannot do.
  }
  return ({ level, date, text, inFile, onConsole }) => {
    toFile.maxSize = settings().maxBytes
    if (inFile) logger.processMessage({ date, data: [text], level: libraryLevel[level] }, { transports: ['file'] })
    if (onConsole) options.writeConsole(text)
  }
}
