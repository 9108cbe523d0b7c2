import { commandHelp, overviewHelp } from './help.ts'
import type { ExitCode } from './command.ts'
import type { CommandContext } from './context.ts'
import { exitCodeOf, wordsOf } from './exit-code.ts'
import type { HeadlessHost } from './headless-host.ts'
import { createOutput, type Streams } from './output.ts'
import { findCommand, readInput } from './parse-arguments.ts'
import { isCommandName, isMeant, registry } from './registry.ts'
import { nearestName } from '../../shared/model/nearest-name.ts'
import { UsageError } from './usage-error.ts'

export type CommandLine = {
  readonly host: HeadlessHost
  readonly streams: Streams
  readonly read: CommandContext['read']
  readonly readLines: CommandContext['readLines']
  readonly readHidden: CommandContext['readHidden']
  readonly untilStopped: CommandContext['untilStopped']
}

/** Runs one command line, without `thanos` itself. Never throws: trouble is said on standard error and told by the exit status. */
export async function runCommandLine(argv: readonly string[], line: CommandLine): Promise<ExitCode> {
  try {
    return await called(argv, line)
  } catch (error) {
    line.streams.err(`${wordsOf(error)}\n`)
    if (argv.includes('--verbose') && error instanceof Error) line.streams.err(`${error.stack ?? ''}\n`)
    return exitCodeOf(error)
  }
}

async function called(argv: readonly string[], line: CommandLine): Promise<ExitCode> {
  if (argv.length === 1 && argv[0] === '--version') {
    line.streams.out(`${line.host.version}\n`)
    return 0
  }
  const names = Object.keys(registry)
  const invocation = findCommand(argv, names, isMeant)
  if (invocation.unknown !== null) {
    const nearest = nearestName(invocation.unknown, [...names, ...names.map((name) => name.split(' ')[0] ?? name)])
    throw new UsageError(
      `${invocation.unknown} is no command. ${nearest === null ? '`thanos --help` lists them.' : `Did you mean thanos ${nearest}?`}`,
    )
  }
  const { name } = invocation
  if (name === null || !isCommandName(name)) {
    line.streams.out(`${overviewHelp(registry, name)}\n`)
    return 0
  }
  const { command } = await registry[name].load()
  if (invocation.wantsHelp) {
    line.streams.out(`${commandHelp(name, registry[name].summary, command)}\n`)
    return 0
  }
  const input = readInput(invocation.rest, command)
  const frozenAt = readNow(input.value('now'))
  const places = line.host.places({ config: input.value('config'), data: input.value('data') })
  const isVerbose = input.flag('verbose')
  const isLasting = name === 'run' && !input.flag('once')
  const opening: ReturnType<HeadlessHost['open']>[] = []
  const open = () => {
    const first = opening[0] ?? line.host.open({ places, frozenAt, dryRun: input.flag('dry-run'), isVerbose, isBrief: !isLasting })
    if (opening.length === 0) opening.push(first)
    return first
  }
  try {
    const code = await command.run(input, {
      places,
      isVerbose,
      host: line.host,
      read: line.read,
      readLines: line.readLines,
      readHidden: line.readHidden,
      untilStopped: line.untilStopped,
      output: createOutput(input.flag('json'), line.streams),
      now: () => frozenAt ?? line.host.now(),
      open,
      operator: async () => (await open()).operator,
    })
    return code ?? 0
  } finally {
    // Where opening itself failed, that is the error to hear of.
    for (const each of opening) await (await each.catch(() => null))?.close()
  }
}

function readNow(text: string | undefined): number | null {
  if (text === undefined) return null
  const isIso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)
  const at = isIso ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new UsageError(`--now ${text} is no time. Write it as ISO 8601, such as 2026-01-20T09:05:00-06:00.`)
  return at
}
