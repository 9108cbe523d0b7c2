import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { electronProgram, repository } from '../support/desktop/electron-program.ts'
import { startTrayHost } from '../support/desktop/tray-host.ts'
import type { DesktopPrograms } from './desktop-programs.ts'
import { processFamily, type FamilyMember } from './process-family.ts'

export type DesktopRun = {
  /** Milliseconds from the start of the process until its icon stood. */
  readonly startMs: number
  /** Its processes at rest; null where it was not watched. */
  readonly family: readonly FamilyMember[] | null
  /** Of one core, while nothing happens. */
  readonly cpuPercent: number | null
}

const longestStartMs = 30_000
/** The start's work, the capture window and the tidying after it are over. */
const settleMs = 8_000
const watchMs = 10_000

/** Why the desktop cannot be measured here; null where it can. */
export function whyNoDesktop(): string | null {
  const program = electronProgram()
  if (!program.ok) return program.reason
  return process.platform === 'linux' ? null : 'measured on Linux, where the session bus tells when an icon stands'
}

/** Starts an application in a folder of its own, with a panel to draw its icon, and lets it be; `rest` watches it at rest as well. */
export async function runDesktop(programs: DesktopPrograms, which: 'ours' | 'empty', folder: string, rest: boolean): Promise<DesktopRun> {
  mkdirSync(folder, { recursive: true })
  const { path, args } = programs[which]
  const own = {
    ours: ['--hidden', '--data', join(folder, 'data'), '--config', join(folder, 'operator.yaml')],
    empty: [folder, join(repository, 'resources/tray/quiet-light.png')],
  }
  const host = await startTrayHost()
  const startedAt = performance.now()
  const child = spawn(path, [...args, ...own[which]], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    while (host.icons().length === 0) {
      if (performance.now() - startedAt > longestStartMs)
        throw new Error(`${which} did not start within ${String(longestStartMs / 1_000)} s`)
      await wait(2)
    }
    const startMs = performance.now() - startedAt
    const atRest = rest && child.pid !== undefined ? await watch(child.pid) : { family: null, cpuPercent: null }
    child.kill('SIGTERM')
    await ended
    return { startMs, ...atRest }
  } finally {
    child.kill('SIGKILL')
    host.stop()
  }
}

async function watch(pid: number): Promise<Pick<DesktopRun, 'family' | 'cpuPercent'>> {
  await wait(settleMs)
  const before = processFamily(pid)
  await wait(watchMs)
  const family = processFamily(pid)
  // The kernel counts in hundredths of a second.
  return { family, cpuPercent: ((ticksOf(family) - ticksOf(before)) * 10) / (watchMs / 100) }
}

function ticksOf(family: readonly FamilyMember[]): number {
  return family.reduce((sum, { ticks }) => sum + ticks, 0)
}
