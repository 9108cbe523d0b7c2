import { setPriority } from 'node:os'
import type { Command } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { serve, type AskedHttp } from '../serve.ts'
import { cycleWords } from '../words/cycle-words.ts'

/** Lower than what its owner works with, so that it is never felt. */
const niceness = 5

export const command: Command = {
  arguments: [],
  options: {
    once: { kind: 'flag', help: 'one cycle over every enabled monitor, then end' },
    http: { kind: 'flag', help: 'serve the window, health and figures on 127.0.0.1' },
    port: { kind: 'value', value: 'PORT', help: 'for --http; 0 is any that is free' },
  },
  examples: ['run --verbose', 'run --http', 'run --once --json', 'run --once --dry-run --now 2026-01-20T09:05:00-06:00'],
  run: async (input, context) => {
    if (!input.flag('once')) return untilStopped(context, { port: input.value('port'), isAsked: input.flag('http') })
    const operator = await context.operator()
    const cycle = await operator.runOnce({ dryRun: input.flag('dry-run') })
    context.output.answer(cycle, () => cycleWords(cycle))
  },
}

async function untilStopped(context: CommandContext, asked: AskedHttp): Promise<void> {
  const { operator } = await context.open()
  const { isVerbose, output } = context
  setPriority(niceness)
  context.host.recordCrashes(context.places)
  operator.onCycle((cycle) => {
    if (output.isJson) output.answer(cycle, () => '')
    else if (isVerbose) output.note(cycleWords(cycle))
  })
  // Listening before it starts: asked to stop meanwhile, it stops once it has started.
  const stopped = context.untilStopped(() => void operator.reload())
  await operator.start()
  if (isVerbose) output.note(`Running as process ${process.pid}. Ctrl+C stops it.`)
  const stopServing = await serve(context, asked)
  await stopped
  await stopServing()
}
