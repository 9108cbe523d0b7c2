import { setPriority } from 'node:os'
import type { Command } from '../command.ts'
import { cycleWords } from '../words/cycle-words.ts'

/** Lower than what its owner works with, so that it is never felt. */
const niceness = 5

export const command: Command = {
  arguments: [],
  options: { once: { kind: 'flag', help: 'one cycle over every enabled monitor, then end' } },
  examples: ['run --verbose', 'run --once --json', 'run --once --dry-run --now 2026-01-20T09:05:00-06:00'],
  run: async (input, { isVerbose, operator: open, output, untilStopped }) => {
    const operator = await open()
    const dryRun = input.flag('dry-run')
    if (input.flag('once')) {
      const cycle = await operator.runOnce({ dryRun })
      output.answer(cycle, () => cycleWords(cycle))
      return
    }
    setPriority(niceness)
    operator.onCycle((cycle) => {
      if (isVerbose) output.note(cycleWords(cycle))
    })
    // Asked to stop while still starting, it stops once it has started.
    const stopped = untilStopped(() => void operator.reload())
    await operator.start()
    if (isVerbose) output.note(`Running as process ${process.pid}. Ctrl+C stops it.`)
    await stopped
  },
}
