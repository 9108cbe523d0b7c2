import type { Operator } from '../operator/operator.ts'
import type { HeadlessHost, Opened, Places } from './headless-host.ts'
import type { Output } from './output.ts'

/** What every command gets. */
export type CommandContext = {
  readonly output: Output
  readonly host: HeadlessHost
  readonly places: Places
  /** The moment of --now, or the machine's own. */
  readonly now: () => number
  readonly isVerbose: boolean
  /** The operator of this data folder, opened when first asked for and closed when the command ends. */
  readonly operator: () => Promise<Operator>
  /** The same with what a lasting process needs besides. */
  readonly open: () => Promise<Opened>
  /** What stands in a file, or on standard input for `-`. Throws UsageError where it cannot be read. */
  readonly read: (file: string) => Promise<string>
  /** What is typed at the terminal until Enter, shown nowhere: null where it is called off. There is no such reading where standard input is no terminal. */
  readonly readHidden: (() => Promise<string | null>) | null
  /** Standard input line by line, as it comes; a line ends with a line feed, with or without a carriage return before it. */
  readonly readLines: () => AsyncIterable<string>
  /** Ends when the process is asked to stop; each SIGHUP meanwhile calls `reload`. */
  readonly untilStopped: (reload: () => void) => Promise<void>
}
