import type { CommandContext } from './context.ts'

/** 0 done, 1 failed, 2 wrong use, 3 configuration invalid. */
export type ExitCode = 0 | 1 | 2 | 3

export type OptionSpec =
  | { readonly kind: 'flag'; readonly help: string }
  /** `value` names what follows it: --older-than AGE. */
  | { readonly kind: 'value'; readonly value: string; readonly help: string }

export type ArgumentSpec = {
  /** Upper case, as shown in the help. */
  readonly name: string
  readonly help: string
  readonly optional?: boolean
  /** Takes all that follow as one text, so that nothing needs quotes. */
  readonly rest?: boolean
}

export type CommandInput = {
  /** In the order of the command's arguments; a missing optional one is undefined. */
  readonly words: readonly (string | undefined)[]
  readonly flag: (name: string) => boolean
  readonly value: (name: string) => string | undefined
}

/** One command: what it takes and what it does. The exit code is 0 where it gives none; trouble is thrown. */
export type Command = {
  readonly arguments: readonly ArgumentSpec[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Lines shown under Examples in its help, without `thanos`. */
  readonly examples: readonly string[]
  readonly run: (input: CommandInput, context: CommandContext) => Promise<ExitCode | void>
}

/** Options that every command knows, before or after its name. */
export const globalOptions = {
  config: { kind: 'value', value: 'FILE', help: 'the configuration file' },
  data: { kind: 'value', value: 'DIR', help: 'the data folder' },
  now: { kind: 'value', value: 'TIME', help: 'run as if it were that time, ISO 8601' },
  json: { kind: 'flag', help: 'print one JSON document and nothing else' },
  'dry-run': { kind: 'flag', help: 'deliver nothing' },
  verbose: { kind: 'flag', help: 'say on standard error what happens' },
  help: { kind: 'flag', help: 'show this' },
} as const satisfies Readonly<Record<string, OptionSpec>>
