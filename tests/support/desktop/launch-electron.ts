import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication } from 'playwright-core'

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>

const patienceMs = 20_000
const attempts = 3

/**
 * Starts an application on a folder that stands in its arguments. On a busy machine the driver now and then waits for ever for an application that has
 * long started: then that one is ended, and another one started.
 */
export async function launchElectron(folder: string, options: LaunchOptions): Promise<ElectronApplication> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const given = new AbortController()
    const launching = _electron.launch(options)
    const app = await Promise.race([launching, wait(patienceMs, null, { signal: given.signal })]).finally(() => given.abort())
    if (app !== null) return app
    launching.catch(() => undefined)
    endAllOn(folder)
  }
  throw new Error(`The application was started ${String(attempts)} times, and the driver never got hold of it.`)
}

/** By what the kernel says of every process: the driver does not tell the id of one that it has no hold of. */
function endAllOn(folder: string): void {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder)) process.kill(Number(name), 'SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }
}
