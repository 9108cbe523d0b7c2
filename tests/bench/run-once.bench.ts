import { spawnSync } from 'node:child_process'
import { durations, median, milliseconds, type Bench } from './bench.ts'
import { builtProgram, ownEnvironment } from './built-program.ts'
import { inScratchFolder } from './scratch.ts'

const rounds = 15

export const bench: Bench = {
  name: '`thanos run --once`, process start to exit',
  budget: 'under 3 times node -e 0',
  measure: () =>
    inScratchFolder(async (folder) => {
      const start = (...args: readonly string[]) =>
        spawnSync(process.execPath, args, { env: ownEnvironment(folder), stdio: 'ignore' }).status
      const program = (...args: readonly string[]) => start(builtProgram, ...args, '--data', folder, '--config', `${folder}/operator.yaml`)
      // A small database; the first run makes it, the configuration and the code cache, as the first run anywhere does.
      program('sample', 'add')
      program('run', '--once')
      const times = { ours: [] as number[], bare: [] as number[] }
      // Turn and turn about, so that a busy spell of the machine meets both.
      for (let turn = 0; turn < rounds; turn += 1) {
        times.ours.push(...(await durations(1, () => program('run', '--once'))))
        times.bare.push(...(await durations(1, () => start('-e', '0'))))
      }
      const [ours, bare] = [median(times.ours), median(times.bare)]
      return {
        figure: `${milliseconds(ours)}, ${(ours / bare).toFixed(1)} times`,
        isWithin: ours < 3 * bare,
        bare: `${milliseconds(bare)} node -e 0`,
      }
    }),
}
