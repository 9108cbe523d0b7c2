import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { builtProgram, ownEnvironment } from './built-program.ts'
import { inScratchFolder } from './scratch.ts'

export type Idle = { readonly residentBytes: number; readonly cpuShare: number }

/** Long enough for the first cycle to be done and its garbage gone. */
const settleMs = 5_000
const watchMs = 10_000
/** Linux counts processor time in hundredths of a second. */
const tickMs = 10

export const canMeasureIdle = process.platform === 'linux'

/** Resident memory, and the share of one core used over ten seconds, of `thanos run` and of a Node process that waits. */
export function measureIdle(): Promise<{ readonly ours: Idle; readonly bare: Idle }> {
  return inScratchFolder(async (folder) => {
    const start = (...args: readonly string[]) => spawn(process.execPath, args, { env: ownEnvironment(folder), stdio: 'ignore' })
    const ours = start(builtProgram, 'run', '--data', folder, '--config', `${folder}/operator.yaml`)
    const bare = start('-e', 'setInterval(() => {}, 2 ** 30)')
    try {
      await pause(settleMs)
      const before = [ticksOf(ours), ticksOf(bare)] as const
      await pause(watchMs)
      const share = (process: ChildProcess, ticks: number) => ((ticksOf(process) - ticks) * tickMs) / watchMs
      return {
        ours: { residentBytes: residentOf(ours), cpuShare: share(ours, before[0]) },
        bare: { residentBytes: residentOf(bare), cpuShare: share(bare, before[1]) },
      }
    } finally {
      for (const child of [ours, bare]) {
        child.kill('SIGTERM')
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      }
    }
  })
}

function residentOf({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}

/** User and system time, the 14th and 15th field; the second, a name in brackets, may hold blanks. */
function ticksOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}
