import { OperatorError } from '../../domain/operator-error.ts'
import type { SecretPlace, SecretStore } from '../../ports/secret-store.ts'
import type { Keychain } from './keychain.ts'
import type { Probe } from './probe-secret-service.ts'
import type { SecretsFile } from './secrets-file.ts'

export type SecretStoreOptions = {
  /** Opened with the first use; where there is none, the reason. */
  readonly openKeychain: () => Promise<Keychain | Extract<Probe, { ok: false }>>
  readonly file: SecretsFile
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Hears each value as it is read or set, so that the log never shows it. */
  readonly learned?: (value: string) => void
}

export type OwnersSecretStore = SecretStore & {
  /** The owner's explicit yes to a file in place of a keychain. */
  allowFile(): Promise<void>
}

/** Secrets: the keychain, else the file the owner agreed to; then the environment, which is only read. A keychain that is there is the only place written to. */
export function createSecretStore({ openKeychain, file, environment, learned = () => {} }: SecretStoreOptions): OwnersSecretStore {
  let opening: ReturnType<typeof openKeychain> | null = null

  async function keychain(): Promise<Keychain | Extract<Probe, { ok: false }>> {
    opening ??= openKeychain()
    const opened = await opening
    // Looked for anew the next time: the owner may start one.
    if ('ok' in opened) opening = null
    return opened
  }

  async function kept(name: string): Promise<{ readonly value: string; readonly place: SecretPlace } | null> {
    const opened = await keychain()
    const value = 'ok' in opened ? file.get(name) : await opened.get(name)
    return value === null ? null : { value, place: 'ok' in opened ? 'file' : 'keychain' }
  }

  async function find(name: string): Promise<{ readonly value: string; readonly place: SecretPlace } | null> {
    checkName(name)
    const found = await kept(name)
    if (found !== null) return found
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined
    return value === undefined || value === '' ? null : { value, place: 'environment' }
  }

  return {
    async get(name) {
      const found = await find(name)
      if (found !== null) learned(found.value)
      return found?.value ?? null
    },
    locate: async (name) => (await find(name))?.place ?? 'none',
    async set(name, value) {
      checkName(name)
      if (value === '') throw new OperatorError('wrong_use', `${name} is empty: nothing was kept. To forget a secret, delete it.`)
      learned(value)
      const opened = await keychain()
      if (!('ok' in opened)) return opened.set(name, value)
      if (!file.exists())
        throw new OperatorError(
          'refused',
          `${opened.reason} Set ${name} in the environment, or agree to a file that only you can read (--file on the command line).`,
        )
      file.set(name, value)
    },
    async delete(name) {
      checkName(name)
      const opened = await keychain()
      const [fromKeychain, fromFile] = ['ok' in opened ? false : await opened.delete(name), file.exists() && file.delete(name)]
      return fromKeychain || fromFile
    },
    async available() {
      const opened = await keychain()
      if (!('ok' in opened)) return { ok: true, place: 'keychain' }
      return file.exists() ? { ok: true, place: 'file' } : opened
    },
    async allowFile() {
      if ('ok' in (await keychain())) file.make()
    },
  }
}

function checkName(name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name))
    throw new OperatorError('wrong_use', 'A secret is named like an environment variable, e.g. OURA_ACCESS_TOKEN.')
}
