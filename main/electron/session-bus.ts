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
      resolve({ ok: false, reason: stderr.split('\n')[0]?.trim() || error.message })
    })
  })

/**
 * Whether a service stands behind a name. One that is only installed is started first: a desktop often brings its notification service up
 * at the first notification. (The bus refuses to start one that runs already but was not installed for starting, so it is asked second.)
 */
export async function isServiceThere(name: string, run: RunProgram): Promise<{ ok: true } | { ok: false; reason: string }> {
  const owned = await callBus(run, 'NameHasOwner', [name])
  if (owned.ok && owned.output.includes('true')) return { ok: true }
  const started = owned.ok ? await callBus(run, 'StartServiceByName', [name, '0']) : owned
  return started.ok ? { ok: true } : { ok: false, reason: `nothing answers to ${name}: ${started.reason}` }
}

function callBus(run: RunProgram, method: string, args: readonly string[]): Promise<BusAnswer> {
  const bus = ['--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus']
  return run('gdbus', ['call', ...bus, '--method', `org.freedesktop.DBus.${method}`, ...args])
}

/** Whether a panel would draw our tray icon: a StatusNotifierWatcher with a host registered. */
export async function isTrayHostThere(run: RunProgram): Promise<boolean> {
  const watcher = ['--session', '--dest', 'org.kde.StatusNotifierWatcher', '--object-path', '/StatusNotifierWatcher']
  const property = ['org.kde.StatusNotifierWatcher', 'IsStatusNotifierHostRegistered']
  const answer = await run('gdbus', ['call', ...watcher, '--method', 'org.freedesktop.DBus.Properties.Get', ...property])
  return answer.ok && answer.output.includes('true')
}

/** Whether the desktop lets applications ask it for keys: the portal that a Wayland session needs for a global shortcut. */
export async function isShortcutPortalThere(run: RunProgram): Promise<boolean> {
  const portal = ['--session', '--dest', 'org.freedesktop.portal.Desktop', '--object-path', '/org/freedesktop/portal/desktop']
  const property = ['org.freedesktop.portal.GlobalShortcuts', 'version']
  return (await run('gdbus', ['call', ...portal, '--method', 'org.freedesktop.DBus.Properties.Get', ...property])).ok
}
