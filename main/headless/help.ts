import { globalOptions, type Command, type OptionSpec } from './command.ts'

type Summaries = Readonly<Record<string, { readonly summary: string }>>

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

function optionRows(options: Readonly<Record<string, OptionSpec>>): readonly (readonly [string, string])[] {
  return Object.entries(options).map(
    ([name, option]) => [`--${name}${option.kind === 'value' ? ` ${option.value}` : ''}`, option.help] as const,
  )
}

/** Help for everything, or for a group of commands such as `task`. */
export function overviewHelp(commands: Summaries, group: string | null): string {
  const rows = Object.entries(commands)
    .filter(([name]) => group === null || name.startsWith(`${group} `))
    .map(([name, { summary }]) => [name, summary] as const)
  return [
    group === null ? 'Thanos Operator watches your health, tasks and habits, and speaks up early, once.\n' : '',
    `Usage: thanos ${group ?? 'COMMAND'} …\n\nCommands:\n${columns(rows)}\n`,
    `Options, before or after the command:\n${columns(optionRows(globalOptions))}\n`,
    '`thanos COMMAND --help` says more. Exit status: 0 done, 1 failed, 2 wrong use, 3 configuration invalid.',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** Help for one command. */
export function commandHelp(name: string, summary: string, command: Command): string {
  const usage = command.arguments.map(({ name: word, optional, rest }) => {
    const shown = rest === true ? `${word}…` : word
    return optional === true ? `[${shown}]` : shown
  })
  const options = optionRows(command.options)
  return [
    `Usage: thanos ${[name, ...usage, '[options]'].join(' ')}\n\n${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    command.arguments.length > 0 ? `Arguments:\n${columns(command.arguments.map(({ name: word, help }) => [word, help] as const))}` : '',
    options.length > 0 ? `Options:\n${columns(options)}` : '',
    command.examples.length > 0 ? `Examples:\n${command.examples.map((example) => `  thanos ${example}`).join('\n')}` : '',
    `Everywhere:\n${columns(optionRows(globalOptions))}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
