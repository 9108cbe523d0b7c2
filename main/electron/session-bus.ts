import { execFile } from 'node:child_process'

export type BusAnswer = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly reason: string }

/** Runs a program for its output; the look at the desktop gets this long before it counts as no answer. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<BusAnswer>

const limitMs = 2_000

/**
 * Questions to the session's D-Bus, put from a child process: Electron's own calls block the main process for as long as the other side
 * stays silent, and a child can be ended.
 */
export const runProgram: RunProgram = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: limitMs, killSignal: 'SIGKILL', encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error === null) return resolve({ ok: true, output: stdout })
      if (error.killed === true) return resolve({ ok: false, reason: `no answer from the desktop within ${String(limitMs / 1_000)} s` })
      resolve({ ok: false, reason: stderr.trim().split('\n')[0] ?? error.message })
    })
  })

/**
 * Whether a service stands behind a name. Asks the bus to start it: for one that runs already nothing happens, one that is only
 * installed comes up (a desktop often starts its notification service at the first notification), and one that is neither is told apart.
 */
export async function isServiceThere(name: string, run: RunProgram): Promise<{ ok: true } | { ok: false; reason: string }> {
  const bus = ['--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus']
  const answer = await run('gdbus', ['call', ...bus, '--method', 'org.freedesktop.DBus.StartServiceByName', name, '0'])
  return answer.ok ? { ok: true } : { ok: false, reason: `nothing answers to ${name}: ${answer.reason}` }
}

/** Whether a panel would draw our tray icon: a StatusNotifierWatcher with a host registered. */
export async function isTrayHostThere(run: RunProgram): Promise<boolean> {
  const watcher = ['--session', '--dest', 'org.kde.StatusNotifierWatcher', '--object-path', '/StatusNotifierWatcher']
  const property = ['org.kde.StatusNotifierWatcher', 'IsStatusNotifierHostRegistered']
  const answer = await run('gdbus', ['call', ...watcher, '--method', 'org.freedesktop.DBus.Properties.Get', ...property])
  return answer.ok && answer.output.includes('true')
}
