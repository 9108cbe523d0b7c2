import { execFile } from 'node:child_process'
import { second } from '../../domain/instant.ts'

export type Probe = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** A bus that does not answer within this is no bus; in ms. */
const patience = 2 * second

const service = 'org.freedesktop.secrets'

const bus = 'org.freedesktop.DBus'
const path = '/org/freedesktop/DBus'

/** Tools that put a question to the bus itself, with their ways of writing it; the first one installed is used. */
const tools: readonly { readonly command: string; readonly owned: readonly string[]; readonly start: readonly string[] }[] = [
  {
    command: 'gdbus',
    owned: ['call', '--session', '--dest', bus, '--object-path', path, '--method', `${bus}.NameHasOwner`, service],
    start: ['call', '--session', '--dest', bus, '--object-path', path, '--method', `${bus}.StartServiceByName`, service, '0'],
  },
  {
    command: 'busctl',
    owned: ['--user', 'call', bus, path, bus, 'NameHasOwner', 's', service],
    start: ['--user', 'call', bus, path, bus, 'StartServiceByName', 'su', service, '0'],
  },
  {
    command: 'dbus-send',
    owned: ['--session', '--print-reply', `--dest=${bus}`, path, `${bus}.NameHasOwner`, `string:${service}`],
    start: ['--session', '--print-reply', `--dest=${bus}`, path, `${bus}.StartServiceByName`, `string:${service}`, 'uint32:0'],
  },
]

/**
 * Whether Linux has a keychain that answers: libsecret waits without limit for a name on the session bus that nobody owns, so another
 * process asks first, and is ended when it takes too long. Not this program's own binary: a packaged app does not run as Node.
 */
export async function probeSecretService(environment: Readonly<Record<string, string | undefined>>): Promise<Probe> {
  for (const { command, owned, start } of tools) {
    const answer = await ask(command, owned, environment)
    if (answer === 'missing') continue
    if (answer.includes('true')) return { ok: true }
    if (answer === 'no') return { ok: false, reason: 'The session bus (D-Bus) does not answer, and so there is no keychain.' }
    // Installed, and started with the first question put to it: the bus does that, where it does.
    if ((await ask(command, start, environment)) !== 'no') return { ok: true }
    return { ok: false, reason: 'No keychain answers on the session bus: install or start one, e.g. gnome-keyring or KeePassXC.' }
  }
  return { ok: false, reason: 'Neither gdbus, busctl nor dbus-send is installed: whether there is a keychain cannot be found out safely.' }
}

/** What the tool printed; `no` when it failed or took too long, `missing` when it is not installed. */
function ask(command: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, [...args], { timeout: patience, killSignal: 'SIGKILL', env: { ...environment } }, (error, printed) => {
      if (error === null) resolve(printed)
      else resolve(error.code === 'ENOENT' ? 'missing' : 'no')
    })
  })
}
