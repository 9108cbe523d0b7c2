import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { electronProgram, repository } from '../support/desktop/electron-program.ts'
import { startTrayHost } from '../support/desktop/tray-host.ts'

export type DesktopRun = {
  /** Milliseconds from the start of the process until its icon stood. */
  readonly startMs: number
  /** Of all its processes, shared pages counted in part; null where it was not watched. */
  readonly megabytes: number | null
  /** Of one core, while nothing happens. */
  readonly cpuPercent: number | null
}

const longestStartMs = 30_000
const settleMs = 6_000
const watchMs = 10_000

/** Why the desktop cannot be measured here; null where it can. */
export function whyNoDesktop(): string | null {
  const program = electronProgram()
  if (!program.ok) return program.reason
  return process.platform === 'linux' ? null : 'measured on Linux, where the session bus tells when an icon stands'
}

/** Starts an application in a folder of its own, with a panel to draw its icon, and lets it be; `rest` watches it at rest as well. */
export async function runDesktop(which: 'ours' | 'empty', folder: string, rest: boolean): Promise<DesktopRun> {
  const program = electronProgram()
  if (!program.ok) throw new Error(program.reason)
  mkdirSync(folder, { recursive: true })
  const args = {
    ours: [repository, '--hidden', '--data', join(folder, 'data'), '--config', join(folder, 'operator.yaml')],
    empty: [join(repository, 'tests/bench/empty-desktop.cjs'), folder, join(repository, 'resources/tray/quiet-light.png')],
  }
  const host = await startTrayHost()
  const startedAt = performance.now()
  const child = spawn(program.path, args[which], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    while (host.icons().length === 0) {
      if (performance.now() - startedAt > longestStartMs)
        throw new Error(`${which} did not start within ${String(longestStartMs / 1_000)} s`)
      await wait(2)
    }
    const startMs = performance.now() - startedAt
    const atRest = rest && child.pid !== undefined ? await watch(child.pid) : { megabytes: null, cpuPercent: null }
    child.kill('SIGTERM')
    await ended
    return { startMs, ...atRest }
  } finally {
    child.kill('SIGKILL')
    host.stop()
  }
}

async function watch(pid: number): Promise<Pick<DesktopRun, 'megabytes' | 'cpuPercent'>> {
  await wait(settleMs)
  const before = look(pid)
  await wait(watchMs)
  const after = look(pid)
  // The kernel counts in hundredths of a second.
  return { megabytes: after.kilobytes / 1024, cpuPercent: ((after.ticks - before.ticks) * 10) / (watchMs / 100) }
}

/** A process and everything it started, from what the kernel says of them. */
function look(root: number): { readonly kilobytes: number; readonly ticks: number } {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = read(`/proc/${name}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ')
      return fields.length > 12 ? [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }] : []
    })
  const family = new Set([root])
  for (let depth = 0; depth < 6; depth += 1) for (const each of all) if (family.has(each.parent)) family.add(each.pid)
  const members = all.filter((each) => family.has(each.pid))
  return {
    kilobytes: members.reduce((sum, { pid }) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0),
    ticks: members.reduce((sum, { ticks }) => sum + ticks, 0),
  }
}

/** A process may end between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
