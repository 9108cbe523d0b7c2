import { existsSync } from 'node:fs'
import type * as keytarModule from 'keytar'
import { second } from '../../domain/instant.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Probe } from './probe-secret-service.ts'

/** The name under which the system shows this program's secrets. */
export const keychainService = 'com.thanos.operator'

/** The operating system's keychain. Rejects with OperatorError where it does not answer; values appear in no message. */
export interface Keychain {
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  delete(name: string): Promise<boolean>
}

/** The part of keytar that is used. */
type Keytar = Pick<typeof keytarModule, 'getPassword' | 'setPassword' | 'deletePassword'>

/** A locked keychain may ask for its password: there is time for an answer, not for ever. */
const patience = 30 * second

/** keytar loads a library of the system's: only when a secret is wanted, and only where something answers. */
export async function openKeychain(
  clock: Clock,
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Promise<Keychain | Extract<Probe, { ok: false }>> {
  if (platform === 'linux') {
    if (!hasSessionBus(environment)) return { ok: false, reason: 'This session has no message bus (D-Bus), and so no keychain.' }
    const { probeSecretService } = await import('./probe-secret-service.ts')
    const probe = await probeSecretService(environment)
    if (!probe.ok) return probe
  }
  const keytar = await loadKeytar()
  if (keytar === null) return { ok: false, reason: missingLibrary(platform) }
  const limited = <Value>(work: Promise<Value>) => withinPatience(work, clock)
  return {
    get: (name) => limited(keytar.getPassword(keychainService, name)),
    set: (name, value) => limited(keytar.setPassword(keychainService, name, value)),
    delete: (name) => limited(keytar.deletePassword(keychainService, name)),
  }
}

function hasSessionBus(environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment['DBUS_SESSION_BUS_ADDRESS']) return true
  const runtime = environment['XDG_RUNTIME_DIR']
  return runtime !== undefined && existsSync(`${runtime}/bus`)
}

async function loadKeytar(): Promise<Keytar | null> {
  try {
    const { default: keytar } = await import('keytar')
    return keytar
  } catch {
    return null
  }
}

function missingLibrary(platform: NodeJS.Platform): string {
  return platform === 'linux'
    ? 'The keychain library libsecret is missing: install libsecret-1-0 (Debian, Ubuntu) or libsecret (Fedora, Arch).'
    : 'The keychain could not be opened: its library did not load on this machine.'
}

async function withinPatience<Value>(work: Promise<Value>, clock: Clock): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const cancel = clock.after(patience, () => late.reject(new Error('late')), { background: true })
  try {
    return await Promise.race([work, late.promise])
  } catch (cause) {
    throw new OperatorError('failed', 'The keychain did not answer: unlock it and try again.', { cause })
  } finally {
    cancel()
    work.catch(() => {})
  }
}
