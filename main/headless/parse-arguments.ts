import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { nearestName } from '../../shared/model/nearest-name.ts'
import { globalOptions, type Command, type CommandInput, type OptionSpec } from './command.ts'
import { UsageError } from './usage-error.ts'

type Options = Readonly<Record<string, OptionSpec>>

/** Flags of the earlier daemon, which had no commands: `thanos --once --dry-run --verbose --status`. */
const formerFlags = { once: { kind: 'flag', help: '' }, status: { kind: 'flag', help: '' } } as const satisfies Options

function configOf(options: Options): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, { type: option.kind === 'flag' ? 'boolean' : 'string' } as const]),
  )
}

export type Invocation = {
  /** Which of the known names was called; null for none, where help is due. */
  readonly name: string | null
  readonly wantsHelp: boolean
  /** What follows `thanos`, without the words of the name. */
  readonly rest: readonly string[]
  /** The first word when it begins no known name. */
  readonly unknown: string | null
}

/**
 * Finds the command among the words, wherever the options stand. `names` are commands such as `task add`; `isMeant` says whether the words after a
 * name can be meant for it. What follows `--` is never part of a name.
 */
export function findCommand(
  argv: readonly string[],
  names: readonly string[],
  isMeant: (name: string, words: readonly string[]) => boolean = () => true,
): Invocation {
  const { positionals, tokens, values } = parseArgs({
    args: [...argv],
    options: configOf({ ...globalOptions, ...formerFlags }),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const wantsHelp = values['help'] === true
  const words = positionals[0] === 'help' ? positionals.slice(1) : positionals
  const asked = wantsHelp || positionals[0] === 'help'
  if (words.length === 0) {
    const former =
      values['status'] === true ? 'status' : ['once', 'dry-run', 'verbose'].some((flag) => values[flag] === true) ? 'run' : null
    return { name: asked ? null : former, wantsHelp: asked, rest: argv.filter((each) => each !== '--status'), unknown: null }
  }
  const end = tokens.find((token) => token.kind === 'option-terminator')?.index ?? argv.length
  const isPair =
    tokens.filter((token) => token.kind === 'positional' && token.index < end).length - (positionals.length - words.length) >= 2
  const two = words.slice(0, 2).join(' ')
  const isTwo = isPair && names.includes(two) && (asked || !names.includes(words[0] ?? '') || isMeant(two, words.slice(2)))
  const name = isTwo ? two : (names.find((each) => each === words[0]) ?? null)
  const isGroup = names.some((each) => each.startsWith(`${words[0]} `))
  const length = name === null ? 0 : name.split(' ').length
  // The words of the name are the first plain ones; options between them stay.
  const taken = tokens.filter((token) => token.kind === 'positional').slice(0, length)
  const isTaken = new Set(taken.map((token) => token.index))
  return {
    name: name ?? (isGroup ? (words[0] ?? null) : null),
    wantsHelp: asked,
    rest: argv.filter((_, index) => !isTaken.has(index)),
    unknown: name === null && !(isGroup && words.length === 1) ? two : null,
  }
}

/** Reads a command's own words and options. Throws UsageError, naming what to write instead. */
export function readInput(rest: readonly string[], command: Command): CommandInput {
  const options: Options = { ...globalOptions, ...command.options }
  const parsed = strictly(rest, options, command.arguments.at(-1)?.rest === true)
  const { values } = parsed
  const words = parsed.positionals.filter((word) => word !== '')
  const last = command.arguments.at(-1)
  const read = command.arguments.map((argument, index) =>
    argument === last && argument.rest === true ? words.slice(index).join(' ') || undefined : words[index],
  )
  command.arguments.forEach((argument, index) => {
    if (argument.optional !== true && read[index] === undefined) throw new UsageError(`${argument.name} is missing: ${argument.help}.`)
  })
  const surplus = last?.rest === true ? undefined : words[command.arguments.length]
  if (surplus !== undefined) throw new UsageError(`${surplus} is one word too many. Put quotes around words that belong together.`)
  return {
    words: read,
    flag: (name) => values[name] === true,
    value: (name) => {
      const value = values[name]
      return typeof value === 'string' ? value : undefined
    },
  }
}

function strictly(rest: readonly string[], options: Options, takesText: boolean) {
  try {
    return parseArgs({ args: [...rest], options: configOf(options), strict: true, allowPositionals: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1]
    if (unknown === undefined) throw new UsageError(`${message.split(/[.\n]/)[0]}.`, { cause: error })
    const nearest = nearestName(unknown.replace(/^-+/, ''), Object.keys(options))
    const advice = nearest !== null ? ` Did you mean --${nearest}?` : takesText ? ' Put -- before words that begin with a dash.' : ''
    throw new UsageError(`${unknown} is not known here.${advice}`, { cause: error })
  }
}
